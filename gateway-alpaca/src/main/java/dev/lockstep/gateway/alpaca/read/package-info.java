/** Endpoints that read the account, positions and reference data. */
@NullMarked
package dev.lockstep.gateway.alpaca.read;

import org.jspecify.annotations.NullMarked;

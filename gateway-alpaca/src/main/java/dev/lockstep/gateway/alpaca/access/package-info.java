/** Checks the credentials of bots. */
@NullMarked
package dev.lockstep.gateway.alpaca.access;

import org.jspecify.annotations.NullMarked;

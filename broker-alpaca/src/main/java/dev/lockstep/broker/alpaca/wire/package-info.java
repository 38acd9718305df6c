/** Alpaca's JSON formats and their mapping to domain values. */
@NullMarked
package dev.lockstep.broker.alpaca.wire;

import org.jspecify.annotations.NullMarked;

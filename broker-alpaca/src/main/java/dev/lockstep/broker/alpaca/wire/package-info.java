/** Alpaca's words as they are on the wire, and what each means in ours. */
@NullMarked
package dev.lockstep.broker.alpaca.wire;

import org.jspecify.annotations.NullMarked;

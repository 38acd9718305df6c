/** Every word of the wire, and what must not break on it. */
@NullMarked
package dev.lockstep.broker.alpaca.wire;

import org.jspecify.annotations.NullMarked;

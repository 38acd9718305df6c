/** Tests of the stream's reconnection. */
@NullMarked
package dev.lockstep.broker.alpaca.stream;

import org.jspecify.annotations.NullMarked;

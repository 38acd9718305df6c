/** The broker's order event stream and its reconnection. */
@NullMarked
package dev.lockstep.broker.alpaca.stream;

import org.jspecify.annotations.NullMarked;

/** Speaks to Alpaca: the domain's broker ports, kept over HTTP and WebSocket. */
@NullMarked
package dev.lockstep.broker.alpaca;

import org.jspecify.annotations.NullMarked;

/** Alpaca adapter: implements the domain's broker ports over HTTP and WebSocket. */
@NullMarked
package dev.lockstep.broker.alpaca;

import org.jspecify.annotations.NullMarked;

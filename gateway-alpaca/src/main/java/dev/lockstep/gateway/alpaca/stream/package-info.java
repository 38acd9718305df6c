/** Trade updates of orders in Alpaca's words, for WebSockets and server-sent events. */
@NullMarked
package dev.lockstep.gateway.alpaca.stream;

import org.jspecify.annotations.NullMarked;

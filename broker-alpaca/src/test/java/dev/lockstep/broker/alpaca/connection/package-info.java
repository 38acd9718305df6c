/** Tests of the HTTP and WebSocket connections. */
@NullMarked
package dev.lockstep.broker.alpaca.connection;

import org.jspecify.annotations.NullMarked;

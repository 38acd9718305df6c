/**
 * HTTP and WebSocket connections: one client, bounded in time and size, that sends each changing
 * request once.
 */
@NullMarked
package dev.lockstep.broker.alpaca.connection;

import org.jspecify.annotations.NullMarked;

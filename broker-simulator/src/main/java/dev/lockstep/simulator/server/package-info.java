/** HTTP and WebSocket server on the loopback interface for the exchange. */
@NullMarked
package dev.lockstep.simulator.server;

import org.jspecify.annotations.NullMarked;

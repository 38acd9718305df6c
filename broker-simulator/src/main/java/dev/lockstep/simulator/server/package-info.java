/** HTTP and WebSocket on loopback in front of the exchange. */
@NullMarked
package dev.lockstep.simulator.server;

import org.jspecify.annotations.NullMarked;

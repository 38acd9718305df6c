/** The WebSocket streams of trade updates. */
@NullMarked
package dev.lockstep.simulator.server.stream;

import org.jspecify.annotations.NullMarked;

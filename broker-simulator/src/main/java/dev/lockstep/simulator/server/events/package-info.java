/** The server-sent events of trade updates. */
@NullMarked
package dev.lockstep.simulator.server.events;

import org.jspecify.annotations.NullMarked;

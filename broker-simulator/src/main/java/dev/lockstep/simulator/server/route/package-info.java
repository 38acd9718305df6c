/** The end points of the venue and of the simulator's own controls. */
@NullMarked
package dev.lockstep.simulator.server.route;

import org.jspecify.annotations.NullMarked;

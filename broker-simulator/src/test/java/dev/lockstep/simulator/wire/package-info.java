/** Tests of the simulator's JSON. */
@NullMarked
package dev.lockstep.simulator.wire;

import org.jspecify.annotations.NullMarked;

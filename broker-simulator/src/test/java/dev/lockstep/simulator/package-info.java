/** Tests of the simulator over HTTP. */
@NullMarked
package dev.lockstep.simulator;

import org.jspecify.annotations.NullMarked;

/** Commands for the simulator, the simulation and the stress test. */
@NullMarked
package dev.lockstep.app.cli.simulator;

import org.jspecify.annotations.NullMarked;

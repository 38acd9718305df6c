/** Tests that the simulator's load program runs, in a size that measures nothing. */
@NullMarked
package dev.lockstep.benchmarks.simulator;

import org.jspecify.annotations.NullMarked;

/** Tests of the simulator benchmark at sizes that measure nothing. */
@NullMarked
package dev.lockstep.benchmarks.simulator;

import org.jspecify.annotations.NullMarked;

/** How much load one simulator bears: its submits a second, its pages beside many old orders. */
@NullMarked
package dev.lockstep.benchmarks.simulator;

import org.jspecify.annotations.NullMarked;

/** Benchmarks of one simulator: submits per second, and pages with many old orders. */
@NullMarked
package dev.lockstep.benchmarks.simulator;

import org.jspecify.annotations.NullMarked;

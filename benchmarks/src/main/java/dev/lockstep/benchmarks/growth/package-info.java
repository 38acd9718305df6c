/** Benchmark of reads as the number of stored orders grows, and its chart. */
@NullMarked
package dev.lockstep.benchmarks.growth;

import org.jspecify.annotations.NullMarked;

/** Tests of the benchmark of growing databases at small sizes. */
@NullMarked
package dev.lockstep.benchmarks.growth;

import org.jspecify.annotations.NullMarked;

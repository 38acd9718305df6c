/** JMH benchmarks: what a write, a batch and a read cost. */
@NullMarked
package dev.lockstep.benchmarks;

import org.jspecify.annotations.NullMarked;

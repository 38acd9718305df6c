/** The benchmark program: measures Lockstep against its baselines in one run. */
@NullMarked
package dev.lockstep.benchmarks;

import org.jspecify.annotations.NullMarked;

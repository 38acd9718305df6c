/** The load program: this house beside its baselines, in one run, by one command. */
@NullMarked
package dev.lockstep.benchmarks;

import org.jspecify.annotations.NullMarked;

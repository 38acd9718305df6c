/** Rounds, scores and their ratios. */
@NullMarked
package dev.lockstep.benchmarks.measure;

import org.jspecify.annotations.NullMarked;

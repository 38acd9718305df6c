/** Rounds, scores and the ratios that are made of them. */
@NullMarked
package dev.lockstep.benchmarks.measure;

import org.jspecify.annotations.NullMarked;

/**
 * How long commands take to start, next to an empty JVM, and how much memory an idle platform
 * holds.
 */
@NullMarked
package dev.lockstep.benchmarks.start;

import org.jspecify.annotations.NullMarked;

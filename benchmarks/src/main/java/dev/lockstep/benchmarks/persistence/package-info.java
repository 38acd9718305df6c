/**
 * Benchmarks of the SQLite repository against plain sqlite-jdbc and against the design that it
 * replaces.
 */
@NullMarked
package dev.lockstep.benchmarks.persistence;

import org.jspecify.annotations.NullMarked;

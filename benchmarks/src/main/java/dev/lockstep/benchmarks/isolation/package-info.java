/** Compares two ways in which several machines keep a limit together in PostgreSQL. */
@NullMarked
package dev.lockstep.benchmarks.isolation;

import org.jspecify.annotations.NullMarked;

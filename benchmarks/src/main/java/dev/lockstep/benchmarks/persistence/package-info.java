/**
 * Benchmarks of the repository on SQLite and PostgreSQL against their plain drivers, and against
 * the design that it replaces.
 */
@NullMarked
package dev.lockstep.benchmarks.persistence;

import org.jspecify.annotations.NullMarked;

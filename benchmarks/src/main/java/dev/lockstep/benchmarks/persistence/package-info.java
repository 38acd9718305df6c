/** The repository on SQLite beside plain sqlite-jdbc and beside the design it replaces. */
@NullMarked
package dev.lockstep.benchmarks.persistence;

import org.jspecify.annotations.NullMarked;

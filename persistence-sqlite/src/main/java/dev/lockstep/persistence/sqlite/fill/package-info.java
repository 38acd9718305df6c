/** Executions, each once, kept in the database. */
@NullMarked
package dev.lockstep.persistence.sqlite.fill;

import org.jspecify.annotations.NullMarked;

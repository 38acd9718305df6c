/** Storage of executions and their corrections. */
@NullMarked
package dev.lockstep.persistence.sql.fill;

import org.jspecify.annotations.NullMarked;

/** Storage of executions and their corrections. */
@NullMarked
package dev.lockstep.persistence.sqlite.fill;

import org.jspecify.annotations.NullMarked;

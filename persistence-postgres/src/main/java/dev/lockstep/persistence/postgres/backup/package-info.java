/** Copies of the database. */
@NullMarked
package dev.lockstep.persistence.postgres.backup;

import org.jspecify.annotations.NullMarked;

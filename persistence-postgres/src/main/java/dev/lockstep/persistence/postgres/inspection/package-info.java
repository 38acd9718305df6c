/** Inspection of the database and its server. */
@NullMarked
package dev.lockstep.persistence.postgres.inspection;

import org.jspecify.annotations.NullMarked;

/** Carries the journal over into the database file, beside the writer. */
@NullMarked
package dev.lockstep.persistence.sqlite.checkpoint;

import org.jspecify.annotations.NullMarked;

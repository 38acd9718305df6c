/** Copies of the database made while it is in use. */
@NullMarked
package dev.lockstep.persistence.sqlite.backup;

import org.jspecify.annotations.NullMarked;

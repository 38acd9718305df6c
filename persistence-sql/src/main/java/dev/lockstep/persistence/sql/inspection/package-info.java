/** Checks of a store that are the same in every SQL database. */
@NullMarked
package dev.lockstep.persistence.sql.inspection;

import org.jspecify.annotations.NullMarked;

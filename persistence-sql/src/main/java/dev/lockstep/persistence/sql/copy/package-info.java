/** Copies of all tables from one SQL database to another. */
@NullMarked
package dev.lockstep.persistence.sql.copy;

import org.jspecify.annotations.NullMarked;

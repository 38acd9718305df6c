/** Columns: values as they are stored, and back. */
@NullMarked
package dev.lockstep.persistence.sql.rows.column;

import org.jspecify.annotations.NullMarked;

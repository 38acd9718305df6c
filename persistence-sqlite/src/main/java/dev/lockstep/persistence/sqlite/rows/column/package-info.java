/** Columns: values as they are stored, and back. */
@NullMarked
package dev.lockstep.persistence.sqlite.rows.column;

import org.jspecify.annotations.NullMarked;

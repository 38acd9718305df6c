/** Table access: SQL and the mapping of rows to domain values. */
@NullMarked
package dev.lockstep.persistence.sqlite.rows;

import org.jspecify.annotations.NullMarked;

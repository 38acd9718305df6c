/** Table access: SQL and the mapping of rows to domain values. */
@NullMarked
package dev.lockstep.persistence.sql.rows;

import org.jspecify.annotations.NullMarked;

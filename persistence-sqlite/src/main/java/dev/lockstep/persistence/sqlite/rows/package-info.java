/** Orders and events as rows: the SQL for them and the way there and back. */
@NullMarked
package dev.lockstep.persistence.sqlite.rows;

import org.jspecify.annotations.NullMarked;

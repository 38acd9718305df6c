/** Tables of notifications, and the record chain as their source. */
@NullMarked
package dev.lockstep.persistence.sql.rows.notification;

import org.jspecify.annotations.NullMarked;

/** Tables of notifications, and the record chain as their source. */
@NullMarked
package dev.lockstep.persistence.sqlite.rows.notification;

import org.jspecify.annotations.NullMarked;

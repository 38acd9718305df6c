/** Sequence of records and progress of notification channels. */
@NullMarked
package dev.lockstep.persistence.sql.notification;

import org.jspecify.annotations.NullMarked;

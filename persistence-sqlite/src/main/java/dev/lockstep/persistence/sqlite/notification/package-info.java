/** Sequence of records and progress of notification channels. */
@NullMarked
package dev.lockstep.persistence.sqlite.notification;

import org.jspecify.annotations.NullMarked;

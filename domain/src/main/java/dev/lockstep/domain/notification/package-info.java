/**
 * Notifications: what is reported to a person who does not watch, through which channel and when.
 */
@NullMarked
package dev.lockstep.domain.notification;

import org.jspecify.annotations.NullMarked;

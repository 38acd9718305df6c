/** Ports of notifications: the channels, and the durable position of each. */
@NullMarked
package dev.lockstep.domain.port.notification;

import org.jspecify.annotations.NullMarked;

/** Channels against real servers on this machine. */
@NullMarked
package dev.lockstep.notifications;

import org.jspecify.annotations.NullMarked;

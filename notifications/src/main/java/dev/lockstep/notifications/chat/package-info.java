/** Messages of each channel in its own format. */
@NullMarked
package dev.lockstep.notifications.chat;

import org.jspecify.annotations.NullMarked;

/** Channels of notifications: webhook, ntfy, Telegram, Discord, Slack and email. */
@NullMarked
package dev.lockstep.notifications;

import org.jspecify.annotations.NullMarked;

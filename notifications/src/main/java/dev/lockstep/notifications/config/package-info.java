/** Settings of the channels; none of them shows a secret as text. */
@NullMarked
package dev.lockstep.notifications.config;

import org.jspecify.annotations.NullMarked;

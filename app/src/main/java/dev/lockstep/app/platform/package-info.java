/** The use cases that commands, the screen and the gateway are given, and what opens them. */
@NullMarked
package dev.lockstep.app.platform;

import org.jspecify.annotations.NullMarked;

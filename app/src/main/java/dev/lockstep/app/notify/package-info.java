/**
 * Notifications of a running process: their settings, the threads of their channels, the dead man's
 * switch.
 */
@NullMarked
package dev.lockstep.app.notify;

import org.jspecify.annotations.NullMarked;

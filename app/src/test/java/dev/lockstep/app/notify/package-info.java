/** Notifications of the program, against servers on this machine. */
@NullMarked
package dev.lockstep.app.notify;

import org.jspecify.annotations.NullMarked;

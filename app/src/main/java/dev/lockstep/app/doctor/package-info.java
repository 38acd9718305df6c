/** The check-up: whether everything is as the promise needs it, for the terminal and the screen. */
@NullMarked
package dev.lockstep.app.doctor;

import org.jspecify.annotations.NullMarked;

/** Values of settings: durations, pauses, log levels, origins. */
@NullMarked
package dev.lockstep.app.config.value;

import org.jspecify.annotations.NullMarked;

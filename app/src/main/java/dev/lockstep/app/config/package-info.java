/** Settings of a command: data folder, mode, keys and timeouts. */
@NullMarked
package dev.lockstep.app.config;

import org.jspecify.annotations.NullMarked;

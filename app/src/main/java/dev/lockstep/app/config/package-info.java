/** What a command is told: data folder, mode, keys and the time each thing may take. */
@NullMarked
package dev.lockstep.app.config;

import org.jspecify.annotations.NullMarked;

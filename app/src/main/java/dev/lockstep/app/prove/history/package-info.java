/**
 * Starts processes that share one data folder, kills and stops them while clients use their REST
 * API, and checks what the clients saw.
 */
@NullMarked
package dev.lockstep.app.prove.history;

import org.jspecify.annotations.NullMarked;

/**
 * Starts processes that share one data folder, lets clients use their REST API while processes are
 * killed or the network fails, and checks what the clients saw.
 */
@NullMarked
package dev.lockstep.app.prove.history;

import org.jspecify.annotations.NullMarked;

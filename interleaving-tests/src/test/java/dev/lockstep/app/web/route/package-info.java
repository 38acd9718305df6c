/** Interleavings of the lock by key. */
@NullMarked
package dev.lockstep.app.web.route;

import org.jspecify.annotations.NullMarked;

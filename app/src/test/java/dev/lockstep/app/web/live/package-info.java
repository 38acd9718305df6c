/** What live events do to clients that are slow, on a store in memory. */
@NullMarked
package dev.lockstep.app.web.live;

import org.jspecify.annotations.NullMarked;

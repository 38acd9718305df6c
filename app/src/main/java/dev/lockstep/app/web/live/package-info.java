/** Live events: one poller reads what changed, and every client has a bounded queue of it. */
@NullMarked
package dev.lockstep.app.web.live;

import org.jspecify.annotations.NullMarked;

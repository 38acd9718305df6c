/** What we hold, as our own fills say and as the broker says. */
@NullMarked
package dev.lockstep.domain.position;

import org.jspecify.annotations.NullMarked;

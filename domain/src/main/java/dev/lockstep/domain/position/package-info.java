/** Positions, by our own fills and by the broker. */
@NullMarked
package dev.lockstep.domain.position;

import org.jspecify.annotations.NullMarked;

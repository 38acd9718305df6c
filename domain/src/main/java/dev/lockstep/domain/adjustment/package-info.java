/** Changes of positions and cash that are no trades, as the broker booked them. */
@NullMarked
package dev.lockstep.domain.adjustment;

import org.jspecify.annotations.NullMarked;

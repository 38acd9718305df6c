/** Storage of adjustments: the broker's non-trade bookings. */
@NullMarked
package dev.lockstep.persistence.sqlite.adjustment;

import org.jspecify.annotations.NullMarked;

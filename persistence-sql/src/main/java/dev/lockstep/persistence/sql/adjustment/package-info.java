/** Storage of adjustments: the broker's non-trade bookings. */
@NullMarked
package dev.lockstep.persistence.sql.adjustment;

import org.jspecify.annotations.NullMarked;

/** Reads what the broker booked that is no trade, and keeps it. */
@NullMarked
package dev.lockstep.domain.usecase.adjust;

import org.jspecify.annotations.NullMarked;

/** The broker's account: its money now, what it was worth, and what was booked to it. */
@NullMarked
package dev.lockstep.domain.account;

import org.jspecify.annotations.NullMarked;

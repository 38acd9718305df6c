/** The ledger's entries and what an account lists of them: executions, bookings, positions. */
@NullMarked
package dev.lockstep.simulator.exchange.ledger;

import org.jspecify.annotations.NullMarked;

/** File storage of the exchange's ledger, written before a response is sent and read on start. */
@NullMarked
package dev.lockstep.simulator.ledger;

import org.jspecify.annotations.NullMarked;

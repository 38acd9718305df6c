/** The invariants, judged by the exchange's ledger. */
@NullMarked
package dev.lockstep.simulation.check;

import org.jspecify.annotations.NullMarked;

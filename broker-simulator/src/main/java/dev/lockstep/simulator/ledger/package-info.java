/** The exchange's ledger in a file: written before any answer goes out, read back on start. */
@NullMarked
package dev.lockstep.simulator.ledger;

import org.jspecify.annotations.NullMarked;

/**
 * Core of the exchange: orders, matching, accounts and prices as a single-threaded, deterministic
 * fold over ledger entries. It depends on neither HTTP nor files.
 */
@NullMarked
package dev.lockstep.simulator.exchange;

import org.jspecify.annotations.NullMarked;

/** Interleavings of the budget of requests. */
@NullMarked
package dev.lockstep.broker.alpaca.resilience;

import org.jspecify.annotations.NullMarked;

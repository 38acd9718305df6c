/** The budget, the breaker and the repetitions, in time that the tests move. */
@NullMarked
package dev.lockstep.broker.alpaca.resilience;

import org.jspecify.annotations.NullMarked;

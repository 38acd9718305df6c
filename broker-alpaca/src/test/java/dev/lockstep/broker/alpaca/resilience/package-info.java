/** Tests of request budget, circuit breaker and retries, with a manual clock. */
@NullMarked
package dev.lockstep.broker.alpaca.resilience;

import org.jspecify.annotations.NullMarked;

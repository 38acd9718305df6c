/** Retries, request budget and circuit breaker. */
@NullMarked
package dev.lockstep.broker.alpaca.resilience;

import org.jspecify.annotations.NullMarked;

/** What requests pass before the exchange: keys, rate limit, injected faults, its lock. */
@NullMarked
package dev.lockstep.simulator.server.venue;

import org.jspecify.annotations.NullMarked;

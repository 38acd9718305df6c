/** Market history: bars, trades and quotes of seeded or replayed prices up to the live walk. */
@NullMarked
package dev.lockstep.simulator.exchange.history;

import org.jspecify.annotations.NullMarked;

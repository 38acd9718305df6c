/** Assets, prices and injected market faults. */
@NullMarked
package dev.lockstep.simulator.exchange.market;

import org.jspecify.annotations.NullMarked;

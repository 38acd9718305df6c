/** The exchange, tried without a wire. */
@NullMarked
package dev.lockstep.simulator.exchange;

import org.jspecify.annotations.NullMarked;

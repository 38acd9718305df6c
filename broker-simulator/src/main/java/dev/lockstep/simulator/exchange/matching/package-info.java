/** Matches orders against prices and fills them. */
@NullMarked
package dev.lockstep.simulator.exchange.matching;

import org.jspecify.annotations.NullMarked;

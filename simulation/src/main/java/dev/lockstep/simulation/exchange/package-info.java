/** The exchange in this process, and everything that goes wrong on the way to it. */
@NullMarked
package dev.lockstep.simulation.exchange;

import org.jspecify.annotations.NullMarked;

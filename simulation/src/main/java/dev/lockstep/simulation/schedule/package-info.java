/** Virtual time: actors that run one at a time, and the clocks that follow from it. */
@NullMarked
package dev.lockstep.simulation.schedule;

import org.jspecify.annotations.NullMarked;

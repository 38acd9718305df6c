/** Plans of what shall go wrong between a client and the exchange, and when. */
@NullMarked
package dev.lockstep.simulator.faults;

import org.jspecify.annotations.NullMarked;

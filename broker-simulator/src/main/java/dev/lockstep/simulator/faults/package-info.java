/** Fault plans: the faults between clients and the exchange, and when they occur. */
@NullMarked
package dev.lockstep.simulator.faults;

import org.jspecify.annotations.NullMarked;

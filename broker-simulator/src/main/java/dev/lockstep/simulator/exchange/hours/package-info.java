/** Trading hours: always open, by a calendar, or by the bars of a replay. */
@NullMarked
package dev.lockstep.simulator.exchange.hours;

import org.jspecify.annotations.NullMarked;

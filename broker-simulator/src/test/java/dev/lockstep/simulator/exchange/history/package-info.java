@NullMarked
package dev.lockstep.simulator.exchange.history;

import org.jspecify.annotations.NullMarked;

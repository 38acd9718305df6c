/** The way to a simulator that runs already. */
@NullMarked
package dev.lockstep.simulator.connection;

import org.jspecify.annotations.NullMarked;

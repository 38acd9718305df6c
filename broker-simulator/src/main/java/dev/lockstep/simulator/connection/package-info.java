/** Client for a simulator that is already running. */
@NullMarked
package dev.lockstep.simulator.connection;

import org.jspecify.annotations.NullMarked;

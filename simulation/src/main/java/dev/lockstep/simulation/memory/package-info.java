/** A store in memory that several processes of the simulation share. */
@NullMarked
package dev.lockstep.simulation.memory;

import org.jspecify.annotations.NullMarked;

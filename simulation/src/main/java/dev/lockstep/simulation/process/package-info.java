/** One process of the platform: real use cases on a real database file. */
@NullMarked
package dev.lockstep.simulation.process;

import org.jspecify.annotations.NullMarked;

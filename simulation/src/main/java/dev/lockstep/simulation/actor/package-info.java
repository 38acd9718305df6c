/** Everything that people, programs and the world do. */
@NullMarked
package dev.lockstep.simulation.actor;

import org.jspecify.annotations.NullMarked;

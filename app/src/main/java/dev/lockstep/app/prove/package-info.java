/** Plays the simulation on many seeds and reports the results. */
@NullMarked
package dev.lockstep.app.prove;

import org.jspecify.annotations.NullMarked;

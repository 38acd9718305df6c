/** Plays the simulation on many seeds and reports what came of it. */
@NullMarked
package dev.lockstep.app.prove;

import org.jspecify.annotations.NullMarked;

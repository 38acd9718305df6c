/** The simulator, tried over its own wire. */
@NullMarked
package dev.lockstep.simulator;

import org.jspecify.annotations.NullMarked;

/** The door: start the exchange on loopback, and read what it has recorded. */
@NullMarked
package dev.lockstep.simulator;

import org.jspecify.annotations.NullMarked;

/**
 * Entry points of the simulator: start an exchange on the loopback interface, and read its records.
 */
@NullMarked
package dev.lockstep.simulator;

import org.jspecify.annotations.NullMarked;

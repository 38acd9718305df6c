/**
 * The simulation of the whole platform: several processes on one database file, an exchange, and
 * everything that goes wrong, decided by one seed and played in virtual time.
 */
@NullMarked
package dev.lockstep.simulation;

import org.jspecify.annotations.NullMarked;

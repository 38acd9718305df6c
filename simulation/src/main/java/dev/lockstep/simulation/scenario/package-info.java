/** What a seed decides: which actors and faults take part, and every choice they make. */
@NullMarked
package dev.lockstep.simulation.scenario;

import org.jspecify.annotations.NullMarked;

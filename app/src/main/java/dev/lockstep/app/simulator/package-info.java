/** The simulator as a process of its own: found when it runs, started when it does not. */
@NullMarked
package dev.lockstep.app.simulator;

import org.jspecify.annotations.NullMarked;

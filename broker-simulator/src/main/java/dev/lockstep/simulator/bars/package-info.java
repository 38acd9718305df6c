/** Files of bars: read whole and judged row by row before anything is played. */
@NullMarked
package dev.lockstep.simulator.bars;

import org.jspecify.annotations.NullMarked;

/** Parsing and validation of bar files, completed before any bar is replayed. */
@NullMarked
package dev.lockstep.simulator.bars;

import org.jspecify.annotations.NullMarked;

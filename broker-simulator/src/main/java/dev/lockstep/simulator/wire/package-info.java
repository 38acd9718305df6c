/** The shapes of the wire: requests read leniently, answers with every key the venue sends. */
@NullMarked
package dev.lockstep.simulator.wire;

import org.jspecify.annotations.NullMarked;

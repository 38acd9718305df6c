/** Tests of the exchange without HTTP. */
@NullMarked
package dev.lockstep.simulator.exchange;

import org.jspecify.annotations.NullMarked;

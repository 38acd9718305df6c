/** Tests of the Alpaca adapter against the simulator, the paper account and network faults. */
@NullMarked
package dev.lockstep.broker.alpaca;

import org.jspecify.annotations.NullMarked;

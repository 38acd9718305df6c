/** The broker against the simulator, against paper, and against every fault a network has. */
@NullMarked
package dev.lockstep.broker.alpaca;

import org.jspecify.annotations.NullMarked;

/** Streams of market data for bots, over one connection to the venue for each feed. */
@NullMarked
package dev.lockstep.gateway.alpaca.data;

import org.jspecify.annotations.NullMarked;

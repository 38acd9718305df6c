/** Tests of the streams of market data. */
@NullMarked
package dev.lockstep.gateway.alpaca.data;

import org.jspecify.annotations.NullMarked;

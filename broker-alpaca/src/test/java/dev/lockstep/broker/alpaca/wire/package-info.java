/** Tests of Alpaca's JSON formats. */
@NullMarked
package dev.lockstep.broker.alpaca.wire;

import org.jspecify.annotations.NullMarked;

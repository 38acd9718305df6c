/** Tests of the formats of the wire. */
@NullMarked
package dev.lockstep.gateway.alpaca.wire;

import org.jspecify.annotations.NullMarked;

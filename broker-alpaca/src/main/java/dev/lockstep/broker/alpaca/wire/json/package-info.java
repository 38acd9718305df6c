/** Reads fields of the broker's JSON, each with a clear error. */
@NullMarked
package dev.lockstep.broker.alpaca.wire.json;

import org.jspecify.annotations.NullMarked;

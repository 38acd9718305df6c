/** Account activities on the wire. */
@NullMarked
package dev.lockstep.broker.alpaca.wire.activity;

import org.jspecify.annotations.NullMarked;

/** Tests of the streams' messages. */
@NullMarked
package dev.lockstep.alpaca.stream;

import org.jspecify.annotations.NullMarked;

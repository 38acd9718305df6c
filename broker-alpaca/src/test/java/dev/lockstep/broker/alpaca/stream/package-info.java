/** How the stream is kept up. */
@NullMarked
package dev.lockstep.broker.alpaca.stream;

import org.jspecify.annotations.NullMarked;

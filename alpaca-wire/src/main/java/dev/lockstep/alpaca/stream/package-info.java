/** Messages of the streams, independent of their encoding. */
@NullMarked
package dev.lockstep.alpaca.stream;

import org.jspecify.annotations.NullMarked;

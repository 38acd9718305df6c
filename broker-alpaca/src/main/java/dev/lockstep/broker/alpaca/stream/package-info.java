/** The broker's live news: one connection, kept up for ever, and what its frames mean. */
@NullMarked
package dev.lockstep.broker.alpaca.stream;

import org.jspecify.annotations.NullMarked;

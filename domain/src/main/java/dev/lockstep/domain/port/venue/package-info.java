/** The rules of venues, and their streams of market data. */
@NullMarked
package dev.lockstep.domain.port.venue;

import org.jspecify.annotations.NullMarked;

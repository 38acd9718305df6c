/** Instruments: symbols, asset classes and price increments. */
@NullMarked
package dev.lockstep.domain.instrument;

import org.jspecify.annotations.NullMarked;

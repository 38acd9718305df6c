/** Reverses positions: closes them and opens the other direction. */
@NullMarked
package dev.lockstep.domain.usecase.reverse;

import org.jspecify.annotations.NullMarked;

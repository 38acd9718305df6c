/** Fetches and stores adjustments. */
@NullMarked
package dev.lockstep.domain.usecase.adjust;

import org.jspecify.annotations.NullMarked;

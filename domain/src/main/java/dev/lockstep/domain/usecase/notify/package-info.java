/** Delivers notifications of stored events, at least once for each channel. */
@NullMarked
package dev.lockstep.domain.usecase.notify;

import org.jspecify.annotations.NullMarked;

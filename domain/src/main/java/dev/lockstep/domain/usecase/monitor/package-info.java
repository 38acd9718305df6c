/** Periodic checks of the trading loop, each of which opens and ends its incidents. */
@NullMarked
package dev.lockstep.domain.usecase.monitor;

import org.jspecify.annotations.NullMarked;

/** Limits and the trading state that users set, and their changes. */
@NullMarked
package dev.lockstep.domain.risk.limit;

import org.jspecify.annotations.NullMarked;

/**
 * Checks an order against limits, the trading state, the venue's rules and the market before it is
 * sent.
 */
@NullMarked
package dev.lockstep.domain.usecase.pretrade;

import org.jspecify.annotations.NullMarked;

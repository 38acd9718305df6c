/** The venue's rules for orders: classes, prices, sessions, assets, minimum values. */
@NullMarked
package dev.lockstep.domain.risk.venue;

import org.jspecify.annotations.NullMarked;

/** The market itself: when it is open, and at what prices others trade. */
@NullMarked
package dev.lockstep.domain.market;

import org.jspecify.annotations.NullMarked;

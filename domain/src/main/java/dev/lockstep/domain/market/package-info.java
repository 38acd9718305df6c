/** The market itself: whether it is open. */
@NullMarked
package dev.lockstep.domain.market;

import org.jspecify.annotations.NullMarked;

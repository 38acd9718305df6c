/**
 * Closes positions: frees the shares that exits hold, sends the closing order, restores protection.
 *
 * <p>Begin with {@link dev.lockstep.domain.usecase.close.ClosePosition}, which stores the request;
 * its {@code CloseWorkflow} takes one step of each close after the other: {@code ReleaseShares}
 * cancels the exits in the way, and {@code RestoreProtection} sends those that take their place.
 */
@NullMarked
package dev.lockstep.domain.usecase.close;

import org.jspecify.annotations.NullMarked;

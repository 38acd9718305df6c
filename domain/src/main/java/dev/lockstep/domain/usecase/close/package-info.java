/**
 * Closes positions: frees the shares that exits hold, sends the closing order, restores protection.
 */
@NullMarked
package dev.lockstep.domain.usecase.close;

import org.jspecify.annotations.NullMarked;

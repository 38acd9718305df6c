/** Compares orders and positions with the broker's and lists each difference. */
@NullMarked
package dev.lockstep.domain.usecase.reconcile;

import org.jspecify.annotations.NullMarked;

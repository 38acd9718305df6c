/**
 * The reserved idempotency keys of orders that the platform makes itself: closes, restored exits,
 * remainders.
 */
@NullMarked
package dev.lockstep.domain.usecase.purpose;

import org.jspecify.annotations.NullMarked;

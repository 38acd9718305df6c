/** Applies what the broker's lists, orders and events prove to the stored orders. */
@NullMarked
package dev.lockstep.domain.usecase.sync;

import org.jspecify.annotations.NullMarked;

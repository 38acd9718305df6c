/** Submits orders: stores the intent, sends it at most once, records the broker's answer. */
@NullMarked
package dev.lockstep.domain.usecase.submit;

import org.jspecify.annotations.NullMarked;

/** Resolves unanswered orders by asking the broker. */
@NullMarked
package dev.lockstep.domain.usecase.recover;

import org.jspecify.annotations.NullMarked;

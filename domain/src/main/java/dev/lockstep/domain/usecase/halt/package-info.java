/** Halts trading, and flattens the account when asked to. */
@NullMarked
package dev.lockstep.domain.usecase.halt;

import org.jspecify.annotations.NullMarked;

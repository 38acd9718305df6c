/** Carries out what was requested of an order and could not be done at once. */
@NullMarked
package dev.lockstep.domain.usecase.pursue;

import org.jspecify.annotations.NullMarked;

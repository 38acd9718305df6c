/**
 * Cancels one order, several or all, and settles cancels and replacements whose answer is missing.
 */
@NullMarked
package dev.lockstep.domain.usecase.cancel;

import org.jspecify.annotations.NullMarked;

/** Reports over the book: health, profit, replay. */
@NullMarked
package dev.lockstep.domain.usecase.report;

import org.jspecify.annotations.NullMarked;

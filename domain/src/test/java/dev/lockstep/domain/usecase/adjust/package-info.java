/** Tests of what is read that is no trade. */
@NullMarked
package dev.lockstep.domain.usecase.adjust;

import org.jspecify.annotations.NullMarked;

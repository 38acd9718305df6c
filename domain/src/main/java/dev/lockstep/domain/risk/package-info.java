/** Pre-trade checks; each denial is a code with field, value and rule. */
@NullMarked
package dev.lockstep.domain.risk;

import org.jspecify.annotations.NullMarked;

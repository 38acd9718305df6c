/** Denials: why an order is not sent, as a code with the field, its value and what is allowed. */
@NullMarked
package dev.lockstep.domain.risk.denial;

import org.jspecify.annotations.NullMarked;

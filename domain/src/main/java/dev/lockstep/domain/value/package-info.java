/** Errors for invalid values: field, value, what is allowed, and the nearest match. */
@NullMarked
package dev.lockstep.domain.value;

import org.jspecify.annotations.NullMarked;

/**
 * How a wrong value is named: the field, the value, what is allowed instead, and what was meant.
 */
@NullMarked
package dev.lockstep.domain.value;

import org.jspecify.annotations.NullMarked;

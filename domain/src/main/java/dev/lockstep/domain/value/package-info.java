/** How a wrong value is named: the field, the value, and what is allowed instead. */
@NullMarked
package dev.lockstep.domain.value;

import org.jspecify.annotations.NullMarked;

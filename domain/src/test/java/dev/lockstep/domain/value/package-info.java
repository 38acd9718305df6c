/** Tests of how wrong values are named. */
@NullMarked
package dev.lockstep.domain.value;

import org.jspecify.annotations.NullMarked;

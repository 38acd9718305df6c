/** Tests of holdings. */
@NullMarked
package dev.lockstep.domain.position;

import org.jspecify.annotations.NullMarked;

/** Tests of what we refuse to send. */
@NullMarked
package dev.lockstep.domain.risk;

import org.jspecify.annotations.NullMarked;

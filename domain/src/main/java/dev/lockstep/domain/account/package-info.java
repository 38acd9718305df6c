/** The money side of the broker's account. */
@NullMarked
package dev.lockstep.domain.account;

import org.jspecify.annotations.NullMarked;

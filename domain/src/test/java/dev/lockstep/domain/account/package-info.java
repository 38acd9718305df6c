/** Tests of the account's values. */
@NullMarked
package dev.lockstep.domain.account;

import org.jspecify.annotations.NullMarked;

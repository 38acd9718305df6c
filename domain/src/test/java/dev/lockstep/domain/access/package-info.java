/** Tests of trading keys and hooks. */
@NullMarked
package dev.lockstep.domain.access;

import org.jspecify.annotations.NullMarked;

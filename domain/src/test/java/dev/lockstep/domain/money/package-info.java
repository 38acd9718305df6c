/** Tests of the exact decimals. */
@NullMarked
package dev.lockstep.domain.money;

import org.jspecify.annotations.NullMarked;

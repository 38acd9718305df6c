/** Exact decimals: prices, quantities and amounts of money that are valid by construction. */
@NullMarked
package dev.lockstep.domain.money;

import org.jspecify.annotations.NullMarked;

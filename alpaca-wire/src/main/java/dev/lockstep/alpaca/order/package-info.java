/** Alpaca's rules for the fields of an order request. */
@NullMarked
package dev.lockstep.alpaca.order;

import org.jspecify.annotations.NullMarked;

/** Endpoints that submit, change, cancel and list orders, and close positions. */
@NullMarked
package dev.lockstep.gateway.alpaca.order;

import org.jspecify.annotations.NullMarked;

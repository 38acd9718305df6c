/** Inbound adapter that offers Alpaca's trading API to bots and calls the domain's use cases. */
@NullMarked
package dev.lockstep.gateway.alpaca;

import org.jspecify.annotations.NullMarked;

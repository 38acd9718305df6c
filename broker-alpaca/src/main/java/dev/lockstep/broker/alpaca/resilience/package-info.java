/** When a request is sent again, and when it never is. */
@NullMarked
package dev.lockstep.broker.alpaca.resilience;

import org.jspecify.annotations.NullMarked;

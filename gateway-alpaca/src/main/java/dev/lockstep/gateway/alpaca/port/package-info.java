/** The use cases and ports that the gateway calls. */
@NullMarked
package dev.lockstep.gateway.alpaca.port;

import org.jspecify.annotations.NullMarked;

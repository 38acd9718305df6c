/** The web server of the gateway. */
@NullMarked
package dev.lockstep.gateway.alpaca.http;

import org.jspecify.annotations.NullMarked;

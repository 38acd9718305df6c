/** Requests, answers and routes, independent of the web server. */
@NullMarked
package dev.lockstep.gateway.alpaca.request;

import org.jspecify.annotations.NullMarked;

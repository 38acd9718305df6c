/** Alpaca's JSON: orders, requests, errors and values. */
@NullMarked
package dev.lockstep.gateway.alpaca.wire;

import org.jspecify.annotations.NullMarked;

/** Alerts of TradingView and others: a URL with a secret, and a body that is read by a template. */
@NullMarked
package dev.lockstep.gateway.alpaca.hook;

import org.jspecify.annotations.NullMarked;

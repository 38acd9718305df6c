/**
 * What servers of Alpaca's API have in common: the gateway for bots and the simulated exchange.
 *
 * <p>Alpaca's client, {@code dev.lockstep.broker.alpaca}, does not use it on purpose. It is tested
 * against the simulated exchange, and a mistake in what both shared would confirm itself.
 */
@NullMarked
package dev.lockstep.alpaca;

import org.jspecify.annotations.NullMarked;

package dev.lockstep.benchmarks.simulator;

import java.net.URI;

/**
 * A server of Alpaca's API on this machine, with the credentials of a client.
 *
 * @param uri its address
 * @param key the API key id
 * @param secret the API key's secret
 */
public record WireServer(URI uri, String key, String secret) {}

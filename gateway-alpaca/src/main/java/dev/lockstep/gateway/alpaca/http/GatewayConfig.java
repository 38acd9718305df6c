package dev.lockstep.gateway.alpaca.http;

/**
 * Where the gateway listens.
 *
 * @param host the address, such as {@code 127.0.0.1}
 * @param port the port, 0 for any free one
 */
public record GatewayConfig(String host, int port) {}

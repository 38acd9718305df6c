package dev.lockstep.gateway.alpaca.http;

import java.util.Optional;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Where the gateway listens.
 *
 * @param host the address, such as {@code 127.0.0.1}
 * @param port the port, 0 for any free one
 * @param tls the certificate of the listener, empty to serve without TLS
 */
public record GatewayConfig(String host, int port, Optional<SslContextFactory.Server> tls) {}

package dev.lockstep.gateway.alpaca.http;

import java.io.Serial;

/** Thrown if the gateway cannot listen. */
public final class PortTakenException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    PortTakenException(GatewayConfig config, Throwable cause) {
        super(
                "port "
                        + config.port()
                        + " of "
                        + config.host()
                        + " cannot be listened at, most likely because another program does;"
                        + " choose another one with --gateway-port",
                cause);
    }
}

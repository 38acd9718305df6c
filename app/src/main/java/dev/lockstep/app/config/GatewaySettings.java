package dev.lockstep.app.config;

/**
 * Settings of the gateway for bots.
 *
 * @param port the port, 0 for no gateway
 * @param listen the address to listen on
 */
public record GatewaySettings(int port, String listen) {
    /** No gateway. */
    public static GatewaySettings defaults() {
        return new GatewaySettings(0, "127.0.0.1");
    }

    /** Returns whether there is a gateway. */
    public boolean on() {
        return port > 0;
    }
}

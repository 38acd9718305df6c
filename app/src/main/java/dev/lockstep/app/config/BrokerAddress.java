package dev.lockstep.app.config;

import dev.lockstep.domain.value.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Validates the broker's address. API keys are sent with every request, so remote addresses must be
 * encrypted, and paper mode cannot use the live address.
 */
public final class BrokerAddress {
    private static final URI PAPER = URI.create("https://paper-api.alpaca.markets");
    private static final URI LIVE = URI.create("https://api.alpaca.markets");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private BrokerAddress() {}

    /** Returns the broker's own address for a mode. */
    public static URI defaults(TradingMode mode) {
        return switch (mode) {
            case PAPER -> PAPER;
            case LIVE -> LIVE;
            case SIM -> throw new IllegalArgumentException("a simulator has no usual address");
        };
    }

    /** Parses an address for a mode. */
    public static URI of(String text, TradingMode mode) {
        URI address = parsed(text.strip());
        String host = address.getHost().toLowerCase(Locale.ROOT);
        boolean encrypted = "https".equals(address.getScheme());
        if (!encrypted && !LOOPBACK.contains(host)) {
            throw new InvalidValueException("base-url", text, "https, or http on this machine");
        }
        if (mode != TradingMode.LIVE && host.equals(LIVE.getHost())) {
            throw new InvalidValueException("base-url", text, "not the live address in this mode");
        }
        if (mode == TradingMode.SIM && !LOOPBACK.contains(host)) {
            throw new InvalidValueException(
                    "base-url", text, "an address on this machine in mode sim");
        }
        return address;
    }

    /** Returns whether it is on this machine. */
    static boolean onThisMachine(URI address) {
        return LOOPBACK.contains(address.getHost().toLowerCase(Locale.ROOT));
    }

    private static URI parsed(String text) {
        try {
            URI address = new URI(text);
            boolean http =
                    "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            // Falls through: both ways of being wrong get the same answer.
        }
        throw new InvalidValueException("base-url", text, "such as https://host or http://host:1");
    }
}

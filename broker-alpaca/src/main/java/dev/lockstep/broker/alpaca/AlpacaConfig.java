package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.TimeOuts;
import dev.lockstep.broker.alpaca.resilience.BreakerRule;
import dev.lockstep.broker.alpaca.resilience.Patience;
import dev.lockstep.broker.alpaca.stream.ReconnectWaits;
import dev.lockstep.domain.value.InvalidValueException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Where Alpaca is and who we are there.
 *
 * @param baseUrl the trading host; https, except on this machine
 * @param dataUrl the market data host; https, except on this machine
 * @param keyId the API key's name
 * @param secret the API key's secret
 * @param environment what kind of money is at stake, for messages
 * @param timeOuts how long one request may take
 * @param patience how often and how long a request waits for another try
 * @param breaker when requests are held back because the broker keeps failing
 * @param requestsPerMinute how many requests the broker takes from these keys; 0 for as many as we
 *     like until it says otherwise
 * @param reconnectWaits how long the stream waits before it connects again
 */
public record AlpacaConfig(
        URI baseUrl,
        URI dataUrl,
        String keyId,
        ApiSecret secret,
        Environment environment,
        TimeOuts timeOuts,
        Patience patience,
        BreakerRule breaker,
        int requestsPerMinute,
        ReconnectWaits reconnectWaits) {
    /** What Alpaca takes from one account, unless more is agreed. */
    public static final int REQUESTS_PER_MINUTE = 200;

    private static final URI PAPER = URI.create("https://paper-api.alpaca.markets");
    private static final URI LIVE = URI.create("https://api.alpaca.markets");
    private static final URI DATA = URI.create("https://data.alpaca.markets");
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "[::1]");
    private static final String LOOPBACK_ADDRESS = "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}";

    public AlpacaConfig {
        requireSafe("baseUrl", baseUrl);
        requireSafe("dataUrl", dataUrl);
        if (keyId.isBlank()) {
            throw new InvalidValueException("keyId", "blank", "the name of an API key");
        }
        if (requestsPerMinute < 0) {
            throw new InvalidValueException("requestsPerMinute", requestsPerMinute, ">= 0");
        }
    }

    /** How long the simulator, or a network to somewhere else, may hold what was written to it. */
    private static final Duration SIMULATOR_DELAY = Duration.ofSeconds(2);

    private static final Duration NETWORK_DELAY = Duration.ofSeconds(30);

    /** Paper money at Alpaca. */
    public static AlpacaConfig paper(String keyId, ApiSecret secret) {
        return of(PAPER, DATA, keyId, secret, Environment.PAPER);
    }

    /** Real money at Alpaca. */
    public static AlpacaConfig live(String keyId, ApiSecret secret) {
        return of(LIVE, DATA, keyId, secret, Environment.LIVE);
    }

    /**
     * Another host. One on this machine is taken for the simulator and serves market data too; any
     * other but Alpaca's paper host is taken for real money.
     */
    public static AlpacaConfig at(URI baseUrl, String keyId, ApiSecret secret) {
        if (loopback(baseUrl)) {
            return of(baseUrl, baseUrl, keyId, secret, Environment.SIM);
        }
        Environment environment =
                PAPER.getHost().equals(baseUrl.getHost()) ? Environment.PAPER : Environment.LIVE;
        return of(baseUrl, DATA, keyId, secret, environment);
    }

    private static AlpacaConfig of(
            URI baseUrl, URI dataUrl, String keyId, ApiSecret secret, Environment environment) {
        return new AlpacaConfig(
                baseUrl,
                dataUrl,
                keyId,
                secret,
                environment,
                TimeOuts.defaults(),
                Patience.defaults(),
                BreakerRule.defaults(),
                environment == Environment.SIM ? 0 : REQUESTS_PER_MINUTE,
                ReconnectWaits.defaults());
    }

    /**
     * How long after its first byte a request can still be executed: until the call is given up,
     * and as long as a network or a server may hold what it has got.
     */
    public static Duration longestSend(Duration callTimeOut, Environment environment) {
        return callTimeOut.plus(environment == Environment.SIM ? SIMULATOR_DELAY : NETWORK_DELAY);
    }

    /** The same with other time-outs. */
    public AlpacaConfig with(TimeOuts other) {
        return new AlpacaConfig(
                baseUrl,
                dataUrl,
                keyId,
                secret,
                environment,
                other,
                patience,
                breaker,
                requestsPerMinute,
                reconnectWaits);
    }

    /** The same with another patience. */
    public AlpacaConfig with(Patience other) {
        return new AlpacaConfig(
                baseUrl,
                dataUrl,
                keyId,
                secret,
                environment,
                timeOuts,
                other,
                breaker,
                requestsPerMinute,
                reconnectWaits);
    }

    /** The same with another circuit breaker. */
    public AlpacaConfig with(BreakerRule other) {
        return new AlpacaConfig(
                baseUrl,
                dataUrl,
                keyId,
                secret,
                environment,
                timeOuts,
                patience,
                other,
                requestsPerMinute,
                reconnectWaits);
    }

    /** The same with another number of requests a minute. */
    public AlpacaConfig withRequestsPerMinute(int other) {
        return new AlpacaConfig(
                baseUrl,
                dataUrl,
                keyId,
                secret,
                environment,
                timeOuts,
                patience,
                breaker,
                other,
                reconnectWaits);
    }

    /** The same with other waits before the stream connects again. */
    public AlpacaConfig with(ReconnectWaits other) {
        return new AlpacaConfig(
                baseUrl,
                dataUrl,
                keyId,
                secret,
                environment,
                timeOuts,
                patience,
                breaker,
                requestsPerMinute,
                other);
    }

    /**
     * The longest that sending one order can take, pauses and last try included. "No such order" is
     * proof of nothing before that time is over.
     */
    public Duration longestSend() {
        return patience.longestThrottling().plus(patience.longestWait()).plus(timeOuts.call());
    }

    private static void requireSafe(String field, URI url) {
        boolean http = "http".equals(url.getScheme());
        if (url.getHost() == null || (!http && !"https".equals(url.getScheme()))) {
            throw new InvalidValueException(field, url, "https://host[:port][/path]");
        }
        if (http && !loopback(url)) {
            throw new InvalidValueException(
                    field, url, "https, so that nobody reads the keys on the way");
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw new InvalidValueException(
                    field, url.getHost(), "no user, query or fragment in the address");
        }
    }

    private static boolean loopback(URI url) {
        String host = url.getHost();
        return host != null && (LOOPBACK_NAMES.contains(host) || host.matches(LOOPBACK_ADDRESS));
    }

    /** What kind of money is at stake. */
    public enum Environment {
        /** None: the simulator. */
        SIM,
        /** Alpaca's paper money. */
        PAPER,
        /** Real money. */
        LIVE
    }
}

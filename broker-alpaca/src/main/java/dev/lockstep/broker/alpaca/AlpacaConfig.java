package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.TimeOuts;
import dev.lockstep.broker.alpaca.resilience.BreakerRule;
import dev.lockstep.broker.alpaca.resilience.RetrySchedule;
import dev.lockstep.broker.alpaca.stream.ReconnectWaits;
import dev.lockstep.domain.value.InvalidValueException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Connection settings for an Alpaca account: hosts, API key, timeouts and retry rules.
 *
 * @param baseUrl the trading host; must be https, except on loopback
 * @param dataUrl the market data host; must be https, except on loopback
 * @param keyId the API key id
 * @param secret the API key's secret
 * @param environment simulated, paper or real money; shown in messages
 * @param timeOuts the timeouts of a single request
 * @param patience the retry limits of a request
 * @param breaker the circuit breaker's thresholds
 * @param requestsPerMinute the request limit of the API key; 0 means no limit until the broker
 *     reports one
 * @param reconnectWaits the backoff between stream connections
 */
public record AlpacaConfig(
        URI baseUrl,
        URI dataUrl,
        String keyId,
        ApiSecret secret,
        Environment environment,
        TimeOuts timeOuts,
        RetrySchedule patience,
        BreakerRule breaker,
        int requestsPerMinute,
        ReconnectWaits reconnectWaits) {
    /** Alpaca's default request limit per account and minute. */
    public static final int REQUESTS_PER_MINUTE = 200;

    private static final URI PAPER = URI.create("https://paper-api.alpaca.markets");
    private static final URI LIVE = URI.create("https://api.alpaca.markets");
    private static final URI DATA = URI.create("https://data.alpaca.markets");
    private static final String DATA_HOST = "data.";
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "[::1]");
    private static final String LOOPBACK_ADDRESS = "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}";

    public AlpacaConfig {
        requireSafe("baseUrl", baseUrl);
        requireSafe("dataUrl", dataUrl);
        if (keyId.isBlank()) {
            throw new InvalidValueException("keyId", "blank", "an API key id");
        }
        if (requestsPerMinute < 0) {
            throw new InvalidValueException("requestsPerMinute", requestsPerMinute, ">= 0");
        }
    }

    /** The longest time the simulator, or a network, may hold a request before delivering it. */
    private static final Duration SIMULATOR_DELAY = Duration.ofSeconds(2);

    private static final Duration NETWORK_DELAY = Duration.ofSeconds(30);

    /**
     * Returns the host of the streams of market data: at Alpaca {@code stream.data.alpaca.markets},
     * else the market data host.
     */
    URI dataStreamUrl() {
        return dataUrl.getHost().startsWith(DATA_HOST)
                ? URI.create(dataUrl.getScheme() + "://stream." + dataUrl.getRawAuthority())
                : dataUrl;
    }

    /** Returns whether no host is reached by TLS, as is the case with the simulator. */
    boolean withoutTls() {
        return Stream.of(baseUrl, dataUrl).allMatch(url -> "http".equals(url.getScheme()));
    }

    /** Returns the settings for Alpaca's paper account. */
    public static AlpacaConfig paper(String keyId, ApiSecret secret) {
        return of(PAPER, DATA, keyId, secret, Environment.PAPER);
    }

    /** Returns the settings for Alpaca's live account. */
    public static AlpacaConfig live(String keyId, ApiSecret secret) {
        return of(LIVE, DATA, keyId, secret, Environment.LIVE);
    }

    /**
     * Returns the settings for another host. A loopback host is treated as the simulator and also
     * serves market data; any other host except Alpaca's paper host is treated as a live account.
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
                RetrySchedule.defaults(),
                BreakerRule.defaults(),
                environment == Environment.SIM ? 0 : REQUESTS_PER_MINUTE,
                ReconnectWaits.defaults());
    }

    /**
     * Returns how long after its first byte a request can still be executed: the call timeout plus
     * the longest time the network or server may hold the request.
     */
    public static Duration longestSend(Duration callTimeOut, Environment environment) {
        return callTimeOut.plus(environment == Environment.SIM ? SIMULATOR_DELAY : NETWORK_DELAY);
    }

    /** Returns a copy with other timeouts. */
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

    /** Returns a copy with other retry limits. */
    public AlpacaConfig with(RetrySchedule other) {
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

    /** Returns a copy with another circuit breaker rule. */
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

    /** Returns a copy with another request limit per minute. */
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

    /** Returns a copy with another reconnect backoff. */
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
     * Returns the longest duration of one order submission, including pauses and the last attempt.
     * Until it has elapsed, a "not found" answer does not prove that the order is absent.
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
                    field, url, "https, so that the API keys are encrypted in transit");
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

    /** The kind of money an account trades. */
    public enum Environment {
        /** No money: the simulator. */
        SIM,
        /** Alpaca's paper account. */
        PAPER,
        /** Real money. */
        LIVE
    }
}

package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.TimeOuts;
import dev.lockstep.broker.alpaca.resilience.RetrySchedule;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.Broker;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** Scriptable HTTP server with a broker client that has short timeouts and few retries. */
final class Venue implements AutoCloseable {
    static final String KEY_ID = "PKTEST";
    static final String SECRET = "s3cret-never-to-be-seen";

    private static final Duration CALL_TIME_OUT = Duration.ofMillis(1_500);
    private static final RetrySchedule LITTLE =
            new RetrySchedule(
                    Collections.nCopies(3, Duration.ofMillis(10)),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    3,
                    Duration.ofMillis(5),
                    Duration.ofMillis(20));

    private final MockWebServer server = new MockWebServer();
    private final Broker broker;

    Venue() throws IOException {
        server.start();
        broker = Brokers.open(config());
    }

    AlpacaConfig config() {
        return config("http");
    }

    /** Returns a broker that uses TLS although the server does not. */
    Broker tlsBroker() {
        return Brokers.open(config("https"));
    }

    private AlpacaConfig config(String scheme) {
        return AlpacaConfig.at(
                        URI.create(scheme + "://127.0.0.1:" + server.getPort()),
                        KEY_ID,
                        new ApiSecret(SECRET))
                .with(TimeOuts.of(CALL_TIME_OUT))
                .with(LITTLE);
    }

    Broker broker() {
        return broker;
    }

    MockWebServer server() {
        return server;
    }

    Venue answers(MockResponse.Builder... responses) {
        for (MockResponse.Builder response : responses) {
            server.enqueue(response.addHeader("X-Request-ID", "req-1").build());
        }
        return this;
    }

    Venue answers(int status, String body) {
        return answers(answer(status, body));
    }

    static MockResponse.Builder answer(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body);
    }

    /** Returns an order in Alpaca's JSON format, including keys that are ignored. */
    static String orderJson(Order order, String status) {
        return """
        {"id":"61e69015-8549-4bfd-b9c3-01e75843f47d","client_order_id":"%s","symbol":"%s",
         "asset_class":"us_equity","side":"%s","qty":"%s","notional":null,"filled_qty":"0",
         "filled_avg_price":null,"status":"%s","legs":null,"created_at":"2026-01-05T14:30:01Z",
         "submitted_at":"2026-01-05T14:30:01.5-05:00","updated_at":"2026-01-05T14:30:02.123456789-05:00"}
        """
                .formatted(
                        order.clientOrderId(),
                        order.terms().symbol(),
                        order.terms().side().name().toLowerCase(java.util.Locale.ROOT),
                        order.terms().orderQty(),
                        status);
    }

    static String error(String message) {
        return "{\"code\":40010001,\"message\":\"" + message + "\"}";
    }

    static List<Integer> serverFailures() {
        return List.of(500, 502, 503, 504);
    }

    @Override
    public void close() {
        server.close();
    }
}

package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What machines that watch are told. */
@Tag("slow")
class ProbesTest {
    @TempDir private static Path home;

    private static ServedPlatform served;

    @BeforeAll
    static void trade() {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
        assertThat(
                        served.order(
                                        """
                                        {"symbol":"AAPL","side":"buy","qty":"1","type":"limit",
                                        "limitPrice":"1"}\
                                        """)
                                .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void health_is_a_yes_or_no_that_a_probe_understands_and_the_interface_says_why() {
        ServedPlatform.Reply plain = served.get("/health");
        ServedPlatform.Reply whole = served.get("/api/v1/health");

        // No trading loop runs here, which is no good health.
        assertThat(plain.status()).isEqualTo(503);
        assertThat(plain.text()).isEqualTo("{\"healthy\":false}");
        assertThat(whole.status()).isEqualTo(503);
        assertThat(whole.json().path("problems").path(0).asText())
                .isEqualTo("no trading loop has run yet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lockstep_orders{status=\"accepted\"} 1.0",
                "lockstep_orders{status=\"filled\"} 0.0",
                "lockstep_orders_unresolved 0.0",
                "lockstep_orders_unresolved_oldest_seconds 0.0",
                "lockstep_sync_age_seconds NaN",
                "lockstep_healthy 0.0",
                "lockstep_stream_listening 0.0",
                "lockstep_trading_active 1.0",
                "lockstep_broker_breaker{state=\"closed\"} 1.0",
                "lockstep_broker_latency_seconds ",
                "lockstep_store_sound 1.0",
                "lockstep_store_commit_seconds{quantile=\"0.99\"}",
                "lockstep_store_lock_wait_seconds",
                "lockstep_store_retries_total 0.0",
                "lockstep_store_lock_timeouts_total 0.0",
                "lockstep_store_queue",
                "lockstep_store_journal_bytes",
                "lockstep_events_listeners 0.0",
                "lockstep_incidents_open 0.0",
                "lockstep_http_requests_seconds_count{method=\"POST\",path=\"/api/v1/orders\","
                        + "status=\"201\"} 1",
                "jvm_memory_used_bytes"
            })
    void numbers_are_told_as_prometheus_reads_them(String line) {
        ServedPlatform.Reply metrics = served.get("/metrics");

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        assertThat(metrics.text()).contains("\n" + line);
    }

    @Test
    void every_write_of_an_order_is_counted() {
        double writes =
                served.get("/metrics")
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("lockstep_store_writes_total "))
                        .map(line -> line.substring(line.indexOf(' ')))
                        .mapToDouble(Double::parseDouble)
                        .sum();

        // The intent and the broker's answer to it.
        assertThat(writes).isGreaterThanOrEqualTo(2);
    }
}

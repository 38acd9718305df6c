package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands around the trading loop, against a real simulator and a real database. */
@Tag("slow")
class LoopCommandsTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void an_order_sent_elsewhere_is_listed_adopted_once_and_then_ours() {
        assertThat(exchange.cli().run("sync").code()).isZero();
        String brokerId = sentElsewhere();

        JsonNode external = exchange.cli().run("order", "list", "--external", "--json").json();
        assertThat(external.path("external").path(0).path("brokerOrderId").asText())
                .isEqualTo(brokerId);
        assertThat(exchange.cli().run("order", "list", "--external").out())
                .contains(brokerId, "limit 10");
        assertThat(exchange.cli().run("order", "list", "--json").json().path("orders")).isEmpty();

        JsonNode adopted = exchange.cli().run("order", "adopt", brokerId, "--json").json();
        assertThat(adopted.path(0).path("result").asText()).isEqualTo("adopted");
        assertThat(exchange.cli().run("order", "adopt", brokerId).out()).contains("already known");
        assertThat(exchange.cli().run("order", "list", "--external").out())
                .contains("no external orders");
        assertThat(exchange.cli().run("order", "show", brokerId).out())
                .contains("buy 1 AAPL limit 10");
        assertThat(exchange.cli().run("verify").code()).isZero();
    }

    @Test
    void an_order_that_the_broker_does_not_have_is_not_adopted() {
        assertThat(exchange.cli().run("sync").code()).isZero();

        CliFixture.Ran ran =
                exchange.cli()
                        .run("order", "adopt", "11111111-2222-4333-8444-555555555555", "--json");

        assertThat(ran.json().path(0).path("result").asText()).isEqualTo("no_such_order");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void the_list_of_orders_from_elsewhere_takes_no_filter_of_ours() {
        CliFixture.Ran ran = exchange.cli().run("order", "list", "--external", "--symbol", "AAPL");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("external: given");
    }

    @Test
    void only_an_open_incident_is_acknowledged_and_only_with_a_reason() {
        assertThat(exchange.cli().run("sync").code()).isZero();

        CliFixture.Ran unknown =
                exchange.cli().run("incidents", "acknowledge", "99", "--reason", "known");

        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("number: 99 (expected: the number of an open incident");
        assertThat(exchange.cli().run("incidents", "acknowledge", "99").code()).isEqualTo(2);
    }

    @Test
    void without_a_loop_the_platform_is_not_healthy_while_an_order_works_and_says_why() {
        assertThat(exchange.cli().run("sync").code()).isZero();
        assertThat(exchange.cli().run("health").code()).isZero();
        exchange.cli()
                .run(
                        "order",
                        "submit",
                        "--symbol",
                        "F",
                        "--side",
                        "buy",
                        "--qty",
                        "1",
                        "--limit-price",
                        "2");

        CliFixture.Ran health = exchange.cli().run("health", "--json");

        assertThat(health.code()).isEqualTo(1);
        assertThat(health.json().properties().stream().map(entry -> entry.getKey()))
                .containsAll(
                        List.of(
                                "at",
                                "healthy",
                                "problems",
                                "fresh",
                                "loopOwner",
                                "lastSync",
                                "syncAgeMillis",
                                "stream",
                                "tradingState",
                                "restrictions",
                                "unresolved",
                                "oldestUnresolvedMillis",
                                "openIncidents"));
        assertThat(health.json().path("problems").path(0).asText())
                .isEqualTo("no trading loop has run yet");
        assertThat(exchange.cli().run("health").out()).contains("no process", "not healthy");
    }

    @Test
    void where_nothing_needs_an_eye_there_are_no_incidents() {
        assertThat(exchange.cli().run("sync").code()).isZero();

        assertThat(exchange.cli().run("incidents").out()).contains("no open incidents");
        assertThat(exchange.cli().run("incidents", "--all", "--json").out())
                .startsWith("{\"incidents\":[],\"next\":null}");
    }

    private String sentElsewhere() {
        JsonNode sent =
                exchange.cli()
                        .runAsIs(
                                ("order submit --symbol AAPL --side buy --qty 1 --limit-price 10 --json"
                                                + " --base-url "
                                                + exchange.simulator().uri()
                                                + " --data "
                                                + home.resolve("elsewhere"))
                                        .split(" "))
                        .json();
        return sent.path("order").path("brokerOrderId").asText();
    }
}

package dev.lockstep.app.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.cli.ExchangeFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Submitting one order, against a real simulator and a real database. */
@Tag("slow")
class OrderSubmitCommandTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void an_order_is_submitted_listed_shown_synced_and_held() {
        JsonNode submitted =
                exchange.run("order submit --symbol AAPL --side buy --qty 3 --json").json();
        String id = submitted.path("order").path("id").asText();
        assertThat(submitted.path("result").asText()).isEqualTo("submitted");
        assertThat(exchange.cli().run("sync").code()).isZero();
        JsonNode listed = exchange.cli().run("order", "list", "--json").json();
        assertThat(listed.path("orders")).hasSize(1);
        assertThat(listed.path("orders").path(0).path("status").asText()).isEqualTo("filled");
        assertThat(exchange.cli().run("order", "list").out()).contains(id, "AAPL", "filled");
        assertThat(exchange.cli().run("order", "list", "--color", "always").out())
                .contains("\u001b[32mbuy ", "\u001b[32mfilled");
        JsonNode shown = exchange.cli().run("order", "show", id, "--json").json();
        assertThat(shown.path("history")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(exchange.cli().run("order", "show", id).out()).contains("buy 3 AAPL market day");
        JsonNode positions = exchange.cli().run("positions", "--json").json();
        assertThat(positions.at("/positions/0/localQty").asText()).isEqualTo("3");
        assertThat(positions.at("/positions/0/reconciled").asBoolean()).isTrue();
        CliFixture.Ran verified = exchange.cli().run("verify", "--json");
        assertThat(CliFixture.fields(verified.json()))
                .containsExactly("lost", "unreadable", "duplicated", "unknown", "differences");
        assertThat(verified.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "strategy", "limit-price", "take-profit"})
    void a_blank_value_is_refused_and_is_not_an_option_that_was_left_out(String option) {
        CliFixture.Ran ran =
                exchange.cli()
                        .run(
                                "order",
                                "submit",
                                "--symbol",
                                "AAPL",
                                "--side",
                                "buy",
                                "--qty",
                                "1",
                                "--" + option,
                                "");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(": empty (expected: ");
        assertThat(exchange.simulator().orders()).isEmpty();
    }

    @Test
    void the_json_of_an_order_has_these_keys_and_exact_numbers_as_text() {
        JsonNode order =
                exchange.run(
                                "order submit --symbol AAPL --side buy --qty 1 --limit-price"
                                        + " 100.10 --json")
                        .json()
                        .path("order");
        assertThat(CliFixture.fields(order))
                .containsExactlyInAnyOrder(
                        "id",
                        "clientOrderId",
                        "denials",
                        "key",
                        "purpose",
                        "symbol",
                        "side",
                        "parent",
                        "replaces",
                        "qty",
                        "notional",
                        "tradingHours",
                        "orderClass",
                        "takeProfit",
                        "stopLoss",
                        "stopLossLimit",
                        "strategy",
                        "type",
                        "limitPrice",
                        "stopPrice",
                        "trailPrice",
                        "trailPercent",
                        "timeInForce",
                        "status",
                        "brokerOrderId",
                        "brokerStatus",
                        "filledQty",
                        "remainingQty",
                        "avgFillPrice",
                        "cancelRequested",
                        "text",
                        "brokerUpdatedAt",
                        "createdAt",
                        "updatedAt",
                        "version");
        assertThat(order.path("limitPrice").isTextual()).isTrue();
        assertThat(order.path("stopPrice").isNull()).isTrue();
        assertThat(order.path("version").isNumber()).isTrue();
    }

    @Test
    void the_same_key_is_one_order_and_other_terms_under_it_are_refused() {
        String[] first =
                CliFixture.words("order submit --symbol F --side buy --qty 1 --key once --json");
        String id = exchange.cli().run(first).json().path("order").path("id").asText();
        JsonNode again = exchange.cli().run(first).json();
        assertThat(again.path("result").asText()).isEqualTo("already_submitted");
        assertThat(again.path("order").path("id").asText()).isEqualTo(id);
        CliFixture.Ran other =
                exchange.run("order submit --symbol F --side buy --qty 2 --key once --json");
        assertThat(other.json().path("result").asText()).isEqualTo("key_reused");
        assertThat(other.code()).isEqualTo(1);
        assertThat(exchange.simulator().orders()).hasSize(1);
    }

    @Test
    void an_order_without_an_answer_is_settled_before_the_next_one_goes_out() throws IOException {
        Path plan =
                Files.writeString(
                        home.resolve("plan.json"),
                        "{\"rules\":[{\"target\":\"POST"
                                + " /v2/orders\",\"fault\":\"drop_after\",\"nth\":1}]}");
        String state = exchange.cli().data().resolve("exchange").toString();
        exchange.cli().run("simulator", "faults", plan.toString(), "--state", state);
        String[] limit =
                CliFixture.words(
                        "order submit --symbol F --side buy --qty 1 --limit-price 1 --json");
        JsonNode first = exchange.cli().run(limit).json().path("order");
        assertThat(first.path("status").asText()).isEqualTo("unknown");

        JsonNode second = exchange.cli().run(limit).json().path("order");

        JsonNode shown =
                exchange.cli().run("order", "show", first.path("id").asText(), "--json").json();
        Instant settled = Instant.parse(shown.path("history").path(2).path("at").asText());
        assertThat(shown.path("history").path(2).path("status").asText()).isEqualTo("new");
        assertThat(settled).isBefore(Instant.parse(second.path("createdAt").asText()));
        assertThat(exchange.simulator().orders()).hasSize(2);
    }

    @Test
    void a_price_between_the_steps_is_denied_or_rounded_when_asked() {
        String order = "order submit --symbol F --side buy --qty 1 --limit-price 10.123";
        CliFixture.Ran denied = exchange.run(order);
        assertThat(denied.code()).isEqualTo(1);
        assertThat(denied.out()).contains("10.12 or 10.13");
        assertThat(exchange.simulator().orders()).isEmpty();
        CliFixture.Ran rounded = exchange.run(order + " --round-price");
        assertThat(rounded.code()).isZero();
        assertThat(rounded.err()).contains("rounded to buy 1 F limit 10.12 day");
        assertThat(exchange.simulator().orders()).hasSize(1);
    }

    @Test
    void a_dry_run_sends_and_stores_nothing() {
        CliFixture.Ran ran = exchange.run("order submit --symbol F --side buy --qty 1 --dry-run");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("would be sent");
        assertThat(exchange.cli().data().resolve("lockstep.db")).doesNotExist();
    }

    @Test
    void a_symbol_that_the_broker_does_not_have_is_denied_by_name_and_not_sent() {
        CliFixture.Ran ran = exchange.run("order submit --symbol ZZZZ --side buy --qty 1 --json");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.json().path("result").asText()).isEqualTo("denied");
        assertThat(ran.json().path("order").path("text").asText())
                .isEqualTo(
                        "the broker does not have the symbol ZZZZ; use a symbol that the broker"
                                + " has");
        JsonNode denial = ran.json().path("denials").path(0);
        assertThat(denial).isEqualTo(ran.json().path("order").path("denials").path(0));
        assertThat(denial.path("code").asText()).isEqualTo("symbol_unknown");
        assertThat(denial.path("field").asText()).isEqualTo("symbol");
        assertThat(denial.path("value").asText()).isEqualTo("ZZZZ");
        assertThat(denial.path("expected").asText()).isEqualTo("a symbol that the broker has");
        assertThat(exchange.simulator().orders()).isEmpty();
    }

    @Test
    void a_denial_is_one_sentence_once() {
        exchange.run("risk set max-order-value 1000 --reason careful");
        CliFixture.Ran ran =
                exchange.run("order submit --symbol AAPL --side buy --qty 100 --limit-price 124");

        assertThat(ran.out().lines())
                .startsWith(
                        "buy 100 AAPL limit 124 day",
                        "Denied: order value $12,400.00 is above the limit of $1,000.00"
                                + " (max-order-value).");
        assertThat(exchange.run("order show last").out())
                .contains("order value $12,400.00 is above the limit of $1,000.00")
                .doesNotContain("field=");
    }

    @Test
    void a_broker_refusal_ends_with_1_and_says_why() {
        CliFixture.Ran ran = exchange.run("order submit --symbol AAPL --side buy --qty 999999");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("rejected by the broker");
    }

    @Test
    void a_bracket_is_three_orders_and_both_books_have_them_all() {
        JsonNode parent =
                exchange.run(
                                "order submit --symbol AAPL --side buy --qty 2 --limit-price 100"
                                        + " --time-in-force gtc --take-profit 120 --stop-loss 90"
                                        + " --json")
                        .json()
                        .path("order");
        assertThat(parent.path("orderClass").asText()).isEqualTo("bracket");
        JsonNode listed = exchange.cli().run("order", "list", "--json").json().path("orders");
        assertThat(listed).hasSize(3);
        assertThat(listed.findValuesAsText("parent"))
                .containsOnlyOnce("null")
                .contains(parent.path("id").asText());
        assertThat(exchange.cli().run("verify").code()).isZero();

        assertThat(exchange.cli().run("order", "cancel", parent.path("id").asText()).code())
                .isZero();
        assertThat(exchange.cli().run("sync").code()).isZero();

        assertThat(exchange.cli().run("order", "list", "--json").json().findValuesAsText("status"))
                .hasSize(3)
                .containsOnly("canceled");
        assertThat(exchange.cli().run("verify").code()).isZero();
    }

    @Test
    void an_order_for_cash_and_one_in_extended_hours_are_taken() {
        JsonNode cash =
                exchange.run("order submit --symbol AAPL --side buy --notional 250.50 --json")
                        .json()
                        .path("order");
        assertThat(cash.path("notional").asText()).isEqualTo("250.5");
        assertThat(cash.path("qty").isNull()).isTrue();
        JsonNode extended =
                exchange.run(
                                "order submit --symbol AAPL --side buy --qty 1 --limit-price 50"
                                        + " --trading-hours extended --json")
                        .json()
                        .path("order");
        assertThat(extended.path("tradingHours").asText()).isEqualTo("extended");
        assertThat(exchange.cli().run("sync").code()).isZero();
        assertThat(exchange.cli().run("verify").code()).isZero();
    }

    @Test
    void an_exit_waits_for_the_order_it_hangs_on_and_a_sync_sends_it() {
        String early =
                "order submit --symbol AAPL --side sell --qty 2 --stop-price 1 --time-in-force gtc --after ";
        String filled =
                exchange.run("order submit --symbol AAPL --side buy --qty 2 --json")
                        .json()
                        .path("order")
                        .path("id")
                        .asText();
        JsonNode waits = exchange.run(early + filled + " --json").json().path("order");
        assertThat(waits.path("status").asText()).isEqualTo("waiting");
        String exit = waits.path("id").asText();

        JsonNode synced = exchange.cli().run("sync", "--json").json();

        assertThat(synced.path("released").findValuesAsText("id")).containsExactly(exit);
        assertThat(exchange.cli().run("order", "show", exit).out()).contains("accepted");
        assertThat(exchange.run(early + "nonsense").code()).isNotZero();
    }
}

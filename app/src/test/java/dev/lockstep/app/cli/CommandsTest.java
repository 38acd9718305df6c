package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.config.Flags;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.key.ApiKeys;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.TradingPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a real simulator and a real database. */
@Tag("slow")
class CommandsTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void an_order_is_submitted_listed_shown_synced_and_held() {
        JsonNode submitted =
                exchange.cli()
                        .run(words("order submit --symbol AAPL --side buy --qty 3 --json"))
                        .json();
        String id = submitted.path("order").path("id").asText();
        assertThat(submitted.path("result").asText()).isEqualTo("submitted");
        assertThat(exchange.cli().run("sync").code()).isZero();
        JsonNode listed = exchange.cli().run("order", "list", "--json").json();
        assertThat(listed.path("orders")).hasSize(1);
        assertThat(listed.path("orders").path(0).path("status").asText()).isEqualTo("FILLED");
        assertThat(exchange.cli().run("order", "list").out()).contains(id, "AAPL", "FILLED");
        JsonNode shown = exchange.cli().run("order", "show", id, "--json").json();
        assertThat(shown.path("history")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(exchange.cli().run("order", "show", id).out()).contains("buy 3 AAPL market day");
        JsonNode positions = exchange.cli().run("positions", "--json").json();
        assertThat(positions.path(0).path("ours").asText()).isEqualTo("3");
        assertThat(positions.path(0).path("inStep").asBoolean()).isTrue();
        CliFixture.Ran verified = exchange.cli().run("verify", "--json");
        assertThat(fields(verified.json()))
                .containsExactly("lost", "unreadable", "duplicated", "unknown", "differences");
        assertThat(verified.code()).isZero();
    }

    @Test
    void the_json_of_an_order_has_these_keys_and_exact_numbers_as_text() {
        JsonNode order =
                exchange.cli()
                        .run(
                                words(
                                        "order submit --symbol AAPL --side buy --qty 1 --limit-price"
                                                + " 100.10 --json"))
                        .json()
                        .path("order");
        assertThat(fields(order))
                .containsExactlyInAnyOrder(
                        "id",
                        "clientOrderId",
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
        String[] first = words("order submit --symbol F --side buy --qty 1 --key once --json");
        String id = exchange.cli().run(first).json().path("order").path("id").asText();
        JsonNode again = exchange.cli().run(first).json();
        assertThat(again.path("result").asText()).isEqualTo("already_submitted");
        assertThat(again.path("order").path("id").asText()).isEqualTo(id);
        CliFixture.Ran other =
                exchange.cli()
                        .run(words("order submit --symbol F --side buy --qty 2 --key once --json"));
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
        String[] limit = words("order submit --symbol F --side buy --qty 1 --limit-price 1 --json");
        JsonNode first = exchange.cli().run(limit).json().path("order");
        assertThat(first.path("status").asText()).isEqualTo("UNKNOWN");

        JsonNode second = exchange.cli().run(limit).json().path("order");

        JsonNode shown =
                exchange.cli().run("order", "show", first.path("id").asText(), "--json").json();
        Instant settled = Instant.parse(shown.path("history").path(2).path("at").asText());
        assertThat(shown.path("history").path(2).path("status").asText()).isEqualTo("NEW");
        assertThat(settled).isBefore(Instant.parse(second.path("createdAt").asText()));
        assertThat(exchange.simulator().orders()).hasSize(2);
    }

    @Test
    void a_price_between_the_steps_is_denied_or_rounded_when_asked() {
        String order = "order submit --symbol F --side buy --qty 1 --limit-price 10.123";
        CliFixture.Ran denied = exchange.cli().run(words(order));
        assertThat(denied.code()).isEqualTo(1);
        assertThat(denied.out()).contains("10.12 or 10.13");
        assertThat(exchange.simulator().orders()).isEmpty();
        CliFixture.Ran rounded = exchange.cli().run(words(order + " --round-price"));
        assertThat(rounded.code()).isZero();
        assertThat(rounded.err()).contains("rounded to buy 1 F limit 10.12 day");
        assertThat(exchange.simulator().orders()).hasSize(1);
    }

    @Test
    void a_dry_run_sends_and_stores_nothing() {
        CliFixture.Ran ran =
                exchange.cli().run(words("order submit --symbol F --side buy --qty 1 --dry-run"));
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("would be sent");
        assertThat(exchange.cli().data().resolve("lockstep.db")).doesNotExist();
    }

    @Test
    void a_symbol_that_the_broker_does_not_have_is_denied_by_name_and_not_sent() {
        CliFixture.Ran ran =
                exchange.cli().run(words("order submit --symbol ZZZZ --side buy --qty 1 --json"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.json().path("result").asText()).isEqualTo("denied");
        assertThat(ran.json().path("order").path("text").asText())
                .isEqualTo(
                        "SYMBOL_UNKNOWN field=symbol value=ZZZZ expected=\"a symbol that the"
                                + " broker has\"");
        assertThat(exchange.simulator().orders()).isEmpty();
    }

    @Test
    void a_broker_refusal_ends_with_1_and_says_why() {
        CliFixture.Ran ran =
                exchange.cli().run(words("order submit --symbol AAPL --side buy --qty 999999"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("rejected by the broker");
    }

    @Test
    void a_resting_order_is_canceled_once_and_then_it_is_too_late() {
        String id =
                exchange.cli()
                        .run(
                                words(
                                        "order submit --symbol F --side buy --qty 1 --limit-price 2 --json"))
                        .json()
                        .path("order")
                        .path("id")
                        .asText();
        assertThat(exchange.cli().run("order", "cancel", id).code()).isZero();
        exchange.cli().run("sync");
        CliFixture.Ran late = exchange.cli().run("order", "cancel", id, "--json");
        assertThat(late.code()).isEqualTo(1);
        assertThat(late.json().path(0).path("result").asText()).isEqualTo("too_late");
        CliFixture.Ran none = exchange.cli().run("order", "cancel", "nobody", "--json");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.json().path(0).path("result").asText()).isEqualTo("no_such_order");
    }

    @Test
    void an_order_is_replaced_and_the_chain_is_shown() {
        String id =
                exchange.cli()
                        .run(
                                words(
                                        "order submit --symbol F --side buy --qty 3 --limit-price 2 --json"))
                        .json()
                        .path("order")
                        .path("id")
                        .asText();
        CliFixture.Ran would =
                exchange.cli().run("order", "replace", id, "--limit-price", "2.1", "--dry-run");
        assertThat(would.code()).isZero();
        assertThat(exchange.cli().run("order", "replace", id).code()).isEqualTo(2);
        assertThat(exchange.cli().run("order", "replace", id, "--limit-price", "2").out())
                .contains("REPLACED_BY_THE_SAME");

        CliFixture.Ran ran =
                exchange.cli().run("order", "replace", id, "--limit-price", "2.1", "--json");

        assertThat(ran.code()).isZero();
        JsonNode made = ran.json().path("order");
        assertThat(made.path("replaces").asText()).isEqualTo(id);
        assertThat(made.path("limitPrice").asText()).isEqualTo("2.1");
        exchange.cli().run("sync");
        JsonNode shown = exchange.cli().run("order", "show", id, "--json").json();
        assertThat(shown.path("status").asText()).isEqualTo("REPLACED");
        assertThat(shown.path("chain")).hasSize(3);
        assertThat(exchange.cli().run("order", "show", id).out())
                .contains(made.path("id").asText());
        assertThat(exchange.cli().run("verify").code()).isZero();
    }

    @Test
    void a_position_is_closed_after_the_stop_that_holds_its_shares_is_canceled() {
        exchange.cli().run(words("order submit --symbol AAPL --side buy --qty 3"));
        exchange.cli().run("sync");
        exchange.cli()
                .run(
                        words(
                                "order submit --symbol AAPL --side sell --qty 3 --stop-price 1 --time-in-force gtc"));
        JsonNode part = exchange.cli().run("close", "AAPL", "--qty", "1", "--json").json().path(0);
        assertThat(part.path("order").path("status").asText()).isEqualTo("FILLED");
        exchange.cli().run("sync");
        JsonNode orders = exchange.cli().run("order", "list", "--json").json().path("orders");
        assertThat(orders)
                .filteredOn(order -> order.path("type").asText().equals("stop"))
                .extracting(
                        order -> order.path("qty").asText() + " " + order.path("status").asText())
                .contains("2 NEW", "3 CANCELED");
        assertThat(exchange.cli().run("close", "--all", "--dry-run").out())
                .contains("would_be_closed");

        CliFixture.Ran ran = exchange.cli().run("close", "AAPL", "--json");

        assertThat(ran.json().path(0).path("result").asText()).isEqualTo("closing");
        assertThat(ran.code()).isZero();
        exchange.cli().run("sync");
        assertThat(exchange.cli().run("close", "AAPL").out()).contains("gone");
        assertThat(exchange.cli().run("positions", "--json").json()).isEmpty();
        assertThat(exchange.cli().run("verify").code()).isZero();
    }

    @Test
    void a_strategy_closes_only_what_it_holds() {
        exchange.cli().run(words("order submit --symbol AAPL --side buy --qty 2 --strategy trend"));
        exchange.cli().run(words("order submit --symbol AAPL --side buy --qty 3 --strategy pairs"));
        exchange.cli().run("sync");
        assertThat(
                        exchange.cli()
                                .run(words("order list --strategy trend --json"))
                                .json()
                                .path("orders"))
                .singleElement()
                .satisfies(order -> assertThat(order.path("strategy").asText()).isEqualTo("trend"));
        assertThat(exchange.cli().run(words("order list --strategy a/b")).code()).isNotZero();

        JsonNode line =
                exchange.cli().run(words("close AAPL --strategy trend --json")).json().path(0);

        assertThat(line.path("order").path("qty").asText()).isEqualTo("2");
        exchange.cli().run("sync");
        JsonNode left = exchange.cli().run(words("positions --by-strategy --json")).json();
        assertThat(left)
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.path("strategy").asText()).isEqualTo("pairs");
                    assertThat(held.path("netQty").asText()).isEqualTo("3");
                });
        assertThat(exchange.cli().run(words("close AAPL --strategy trend")).out()).contains("gone");
    }

    @Test
    void an_exit_waits_for_the_order_it_hangs_on_and_a_sync_sends_it() {
        String early =
                "order submit --symbol AAPL --side sell --qty 2 --stop-price 1 --time-in-force gtc --after ";
        String filled =
                exchange.cli()
                        .run(words("order submit --symbol AAPL --side buy --qty 2 --json"))
                        .json()
                        .path("order")
                        .path("id")
                        .asText();
        JsonNode waits = exchange.cli().run(words(early + filled + " --json")).json().path("order");
        assertThat(waits.path("status").asText()).isEqualTo("WAITING");
        String exit = waits.path("id").asText();

        JsonNode synced = exchange.cli().run("sync", "--json").json();

        assertThat(synced.path("released").findValuesAsText("id")).containsExactly(exit);
        assertThat(exchange.cli().run("order", "show", exit).out()).contains("ACCEPTED");
        assertThat(exchange.cli().run(words(early + "nonsense")).code()).isNotZero();
    }

    @Test
    void all_open_orders_are_canceled_and_a_dry_run_only_lists_them() {
        exchange.cli().run(words("order submit --symbol F --side buy --qty 1 --limit-price 2"));
        exchange.cli().run(words("order submit --symbol AAPL --side buy --qty 1 --limit-price 2"));
        JsonNode would = exchange.cli().run("cancel-all", "--dry-run", "--json").json();
        assertThat(would.path("orders").findValuesAsText("result"))
                .hasSize(2)
                .containsOnly("would_be_canceled");
        assertThat(exchange.cli().run(words("cancel-all --symbol f --json")).json().path("orders"))
                .hasSize(1);
        CliFixture.Ran all = exchange.cli().run("cancel-all");
        assertThat(all.code()).isZero();
        exchange.cli().run("sync");
        assertThat(exchange.cli().run("order", "list", "--json").json().findValuesAsText("status"))
                .hasSize(2)
                .containsOnly("CANCELED");
        assertThat(exchange.cli().run("cancel-all").out()).contains("no open orders");
    }

    @Test
    void the_good_rows_of_a_file_are_submitted_and_the_bad_ones_named() throws IOException {
        Path file = file("symbol,side,qty,key\nAAPL,buy,1,a\nAAPL,buy,0,b\nF,buy,2,c\n");
        CliFixture.Ran ran =
                exchange.cli().run("order", "submit", "--file", file.toString(), "--json");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.json()).hasSize(3);
        JsonNode bad = ran.json().path(1);
        assertThat(bad.path("line").asInt()).isEqualTo(3);
        assertThat(bad.path("field").asText()).isEqualTo("qty");
        assertThat(bad.path("value").asText()).isEqualTo("0");
        assertThat(bad.path("expected").asText()).isEqualTo("> 0");
        assertThat(exchange.simulator().orders()).hasSize(2);
        exchange.cli().run("order", "submit", "--file", file.toString(), "--threads", "4");
        assertThat(exchange.simulator().orders()).hasSize(2);
    }

    @Test
    void all_or_nothing_sends_nothing_of_a_file_with_a_bad_row() throws IOException {
        Path file = file("symbol,side,qty\nAAPL,buy,1\nAAPL,hold,1\n");
        CliFixture.Ran ran =
                exchange.cli()
                        .run("order", "submit", "--file", file.toString(), "--all-or-nothing");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).contains("side: hold");
        assertThat(exchange.simulator().orders()).isEmpty();
    }

    @Test
    void rows_without_a_key_are_submitted_again_and_that_is_said() throws IOException {
        Path file = file("symbol,side,qty\nAAPL,buy,1\n");
        assertThat(exchange.cli().run("order", "submit", "--file", file.toString()).err())
                .contains("Rows without a key make new orders each time");
        exchange.cli().run("order", "submit", "--file", file.toString());
        assertThat(exchange.simulator().orders()).hasSize(2);
    }

    @Test
    void the_account_and_the_checkup_are_shown() {
        assertThat(fields(exchange.cli().run("account", "--json").json()))
                .containsExactly(
                        "accountNumber",
                        "status",
                        "cash",
                        "equity",
                        "buyingPower",
                        "nonMarginableBuyingPower",
                        "lastEquity",
                        "tradingBlocked",
                        "restrictions");
        assertThat(exchange.cli().run("account").out()).contains("buying power");
        CliFixture.Ran doctor = exchange.cli().run("doctor", "--json");
        assertThat(doctor.code()).isZero();
        assertThat(fields(doctor.json())).containsExactly("findings", "store");
        assertThat(doctor.json().path("store").path("settings").path("journal_mode").asText())
                .isEqualTo("wal");
        assertThat(fields(doctor.json().path("store").path("settings")))
                .contains(
                        "lock_deadline_millis",
                        "file_system",
                        "fsync_median_micros",
                        "oldest_read_millis",
                        "wal_bytes",
                        "wal_pages",
                        "wal_pending_pages",
                        "lease_owner",
                        "lease_epoch",
                        "lease_until",
                        "health");
        assertThat(exchange.cli().run("doctor").out()).contains("journal_mode", "wal");
    }

    @Test
    void the_status_shows_the_line_to_the_broker_and_the_loop() {
        CliFixture.Ran ran = exchange.cli().run("status", "--json");

        assertThat(ran.code()).isZero();
        assertThat(fields(ran.json()))
                .containsExactly(
                        "mode",
                        "broker",
                        "reachable",
                        "fault",
                        "tradingBlocked",
                        "restrictions",
                        "latencyMillis",
                        "answeredAt",
                        "requestsLeft",
                        "breaker",
                        "trouble",
                        "loop");
        assertThat(ran.json().path("reachable").asBoolean()).isTrue();
        assertThat(ran.json().path("latencyMillis").isNumber()).isTrue();
        assertThat(ran.json().path("breaker").asText()).isEqualTo("closed");
        assertThat(exchange.cli().run("status").out())
                .contains("latency", "requests left", "circuit breaker", "no trading loop");
    }

    @Test
    void the_status_of_a_broker_that_does_not_answer_says_so_and_ends_in_3() {
        exchange.cli().with(ApiKeys.KEY_ID, "SIM-KEY").with(ApiKeys.SECRET, "SIM-SECRET");
        String folder = home.resolve("gone").toString();
        String nobody = "http://127.0.0.1:1";
        String[] status = {"status", "--mode", "paper", "--base-url", nobody, "--data", folder};

        CliFixture.Ran ran = exchange.cli().runAsIs(status);

        assertThat(ran.code()).isEqualTo(ExitCode.BROKER.number());
        assertThat(ran.out()).contains("no: broker: unreachable").doesNotContain("SIM-SECRET");
    }

    @Test
    void the_status_of_a_folder_without_a_simulator_starts_none() {
        Path folder = home.resolve("empty");

        CliFixture.Ran ran =
                exchange.cli().runAsIs("status", "--json", "--data", folder.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.BROKER.number());
        assertThat(ran.json().path("fault").asText()).contains("is not running");
        assertThat(ran.json().path("broker").isNull()).isTrue();
        assertThat(folder).doesNotExist();
    }

    @Test
    void the_json_of_a_sync_has_these_keys() {
        assertThat(fields(exchange.cli().run("sync", "--json").json()))
                .containsExactly(
                        "at",
                        "changed",
                        "unchanged",
                        "settled",
                        "unresolved",
                        "external",
                        "refused",
                        "missing",
                        "unreadable",
                        "newExecutions",
                        "executionsFault",
                        "newAdjustments",
                        "adjustmentsFault",
                        "unreadableAdjustments",
                        "released");
    }

    @Test
    void a_sync_by_hand_keeps_executions_once() {
        exchange.cli().run(words("order submit --symbol F --side buy --qty 7"));

        JsonNode first = exchange.cli().run("sync", "--json").json();
        JsonNode second = exchange.cli().run("sync", "--json").json();

        assertThat(first.path("newExecutions").intValue()).isPositive();
        assertThat(first.path("executionsFault").isNull()).isTrue();
        assertThat(second.path("newExecutions").intValue()).isZero();
    }

    @Test
    void a_coin_that_was_bought_is_held_as_at_the_broker_once_its_fee_is_read() {
        exchange.cli()
                .run(words("order submit --symbol ETH/USD --side buy --qty 2 --time-in-force gtc"));

        JsonNode synced = exchange.cli().run("sync", "--json").json();
        CliFixture.Ran positions = exchange.cli().run("positions", "--json");

        assertThat(synced.path("newAdjustments").intValue()).isEqualTo(1);
        assertThat(positions.code()).as(positions.out()).isZero();
        assertThat(positions.json().findValuesAsText("ours")).contains("1.995");
        assertThat(positions.json().findValuesAsText("adjusted")).contains("-0.005");
        assertThat(exchange.cli().run("positions").out()).contains("adjusted", "-0.005");
        assertThat(exchange.cli().run("sync", "--json").json().path("newAdjustments").intValue())
                .isZero();
    }

    @Test
    void a_fee_that_the_broker_has_taken_and_not_listed_yet_is_no_difference() {
        listFees(false);
        exchange.cli()
                .run(words("order submit --symbol ETH/USD --side buy --qty 2 --time-in-force gtc"));
        exchange.cli().run("sync");

        CliFixture.Ran before = exchange.cli().run("positions", "--json");
        assertThat(before.code()).as(before.out()).isZero();
        assertThat(before.json().path(0).path("ours").asText()).isEqualTo("2");
        assertThat(before.json().path(0).path("brokers").asText()).isEqualTo("1.995");
        assertThat(before.json().path(0).path("feeAwaited").asBoolean()).isTrue();
        assertThat(exchange.cli().run("positions").out()).contains("fee not booked yet");

        listFees(true);
        exchange.cli().run("sync");
        JsonNode after = exchange.cli().run("positions", "--json").json().path(0);
        assertThat(after.path("feeAwaited").asBoolean()).isFalse();
        assertThat(after.path("ours").asText()).isEqualTo("1.995");
    }

    private void listFees(boolean listed) {
        exchange.simulator().listFees(listed);
    }

    @Test
    void adjustments_are_listed_by_instrument_kind_and_time() {
        exchange.cli()
                .run(words("order submit --symbol ETH/USD --side buy --qty 2 --time-in-force gtc"));
        exchange.cli().run("sync");

        CliFixture.Ran all = exchange.cli().run("adjustments", "list", "--json");
        JsonNode fee = all.json().path("adjustments").path(0);

        assertThat(all.code()).isZero();
        assertThat(all.json().path("adjustments")).hasSize(1);
        assertThat(all.json().path("next").isNull()).isTrue();
        assertThat(fee.path("kind").asText()).isEqualTo("FEE");
        assertThat(fee.path("type").asText()).isEqualTo("CFEE");
        assertThat(fee.path("qty").asText()).isEqualTo("-0.005");
        assertThat(fee.path("brokerOrderId").asText()).isNotEmpty();
        assertThat(fee.path("payload").asText()).contains("CFEE");
        assertThat(exchange.cli().run("adjustments", "list").out()).contains("ETH/USD", "-0.005");
        assertThat(adjustments("--symbol eth/usd --kind fee --since 2020-01-01T00:00:00Z"))
                .hasSize(1);
        assertThat(adjustments("--symbol BTC/USD")).isEmpty();
        assertThat(adjustments("--kind dividend")).isEmpty();
        assertThat(adjustments("--since 2200-01-01T00:00:00Z")).isEmpty();
        assertThat(adjustments("--before 1")).isEmpty();
        assertThat(exchange.cli().run(words("adjustments list --limit 1001")).code()).isEqualTo(2);
        assertThat(exchange.cli().run("adjustments").err())
                .contains("command: missing (expected: list)");
    }

    private JsonNode adjustments(String options) {
        return exchange.cli()
                .run(words("adjustments list --json " + options))
                .json()
                .path("adjustments");
    }

    @Test
    void an_order_that_the_database_does_not_know_is_a_difference() throws IOException {
        exchange.cli().run(words("order submit --symbol F --side buy --qty 1"));
        for (String name : List.of("lockstep.db", "lockstep.db-wal", "lockstep.db-shm")) {
            Path file = exchange.cli().data().resolve(name);
            Files.copy(file, home.resolve(name));
        }
        exchange.cli().run(words("order submit --symbol F --side buy --qty 2"));
        for (String name : List.of("lockstep.db", "lockstep.db-wal", "lockstep.db-shm")) {
            Files.move(
                    home.resolve(name),
                    exchange.cli().data().resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        CliFixture.Ran ran = exchange.cli().run("verify", "--json");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.json().path("lost").asInt()).isEqualTo(1);
        assertThat(ran.json().path("differences").path(0).asText()).contains("not in the database");
    }

    @Test
    void a_folder_whose_process_died_before_it_made_a_database_is_verified_as_empty()
            throws IOException {
        Files.writeString(
                exchange.cli().data().resolve("lockstep.properties"),
                "mode=sim\nbroker=the simulator in this folder\naccount=\n");
        CliFixture.Ran ran = exchange.cli().run("verify", "--json");
        assertThat(ran.code()).isZero();
        assertThat(ran.json().path("lost").asInt()).isZero();
    }

    @Test
    void a_bracket_is_three_orders_and_both_books_have_them_all() {
        JsonNode parent =
                exchange.cli()
                        .run(
                                words(
                                        "order submit --symbol AAPL --side buy --qty 2 --limit-price 100"
                                                + " --time-in-force gtc --take-profit 120 --stop-loss 90"
                                                + " --json"))
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
                .containsOnly("CANCELED");
        assertThat(exchange.cli().run("verify").code()).isZero();
    }

    @Test
    void an_order_for_cash_and_one_in_extended_hours_are_taken() {
        JsonNode cash =
                exchange.cli()
                        .run(
                                words(
                                        "order submit --symbol AAPL --side buy --notional 250.50 --json"))
                        .json()
                        .path("order");
        assertThat(cash.path("notional").asText()).isEqualTo("250.5");
        assertThat(cash.path("qty").isNull()).isTrue();
        JsonNode extended =
                exchange.cli()
                        .run(
                                words(
                                        "order submit --symbol AAPL --side buy --qty 1 --limit-price 50"
                                                + " --trading-hours extended --json"))
                        .json()
                        .path("order");
        assertThat(extended.path("tradingHours").asText()).isEqualTo("extended");
        assertThat(exchange.cli().run("sync").code()).isZero();
        assertThat(exchange.cli().run("verify").code()).isZero();
    }

    @Test
    void paper_mode_speaks_to_the_address_it_is_given_and_binds_the_folder_to_the_account() {
        exchange.cli().with(ApiKeys.KEY_ID, "SIM-KEY").with(ApiKeys.SECRET, "SIM-SECRET");
        Path folder = home.resolve("paper");
        String[] paper = {
            "order",
            "submit",
            "--symbol",
            "F",
            "--side",
            "buy",
            "--qty",
            "1",
            "--mode",
            "paper",
            "--base-url",
            exchange.simulator().uri().toString(),
            "--data",
            folder.toString()
        };
        assertThat(exchange.cli().runAsIs(paper).code()).isZero();
        assertThat(exchange.simulator().orders()).hasSize(1);
        assertThat(folder.resolve("lockstep.properties")).content().contains("account=SIM-sim");
        CliFixture.Ran sim =
                exchange.cli().runAsIs("sync", "--mode", "sim", "--data", folder.toString());
        assertThat(sim.code()).isEqualTo(2);
        assertThat(sim.err()).contains("belongs to paper at");

        CliFixture keyless = new CliFixture(home);
        for (String command : List.of("order list", "export orders", "halt", "resume")) {
            assertThat(keyless.runAsIs((command + " --data " + folder).split(" ")).code())
                    .as(command + ", for which nobody needs keys")
                    .isZero();
        }
        assertThat(keyless.runAsIs("sync", "--data", folder.toString()).err())
                .contains("APCA_API_KEY_ID is missing");
    }

    @Test
    void settings_reach_the_database_and_the_loop() throws IOException, InterruptedException {
        Files.createDirectories(exchange.cli().data());
        Files.writeString(
                exchange.cli().data().resolve("settings.properties"),
                """
                synchronous=normal, a power cut may lose orders
                busy-timeout=77ms
                sync-interval=3s
                """);

        JsonNode settings =
                exchange.cli().run("doctor", "--json").json().path("store").path("settings");

        assertThat(settings.path("synchronous").asText()).isEqualTo("normal");
        assertThat(settings.path("busy_timeout").asText()).startsWith("77");
        Settings read = Settings.of(new Flags(exchange.cli().data(), Map.of()), Map.of(), home);
        try (TradingPlatform tradingPlatform = exchange.cli().platforms().platform(read)) {
            assertThat(tradingPlatform.brokerUseCases().loopParts().schedule().syncEvery())
                    .isEqualTo(Duration.ofSeconds(3));
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(home.resolve("orders.csv"), text);
    }

    @Test
    void the_events_are_proven_replayed_and_shown_as_of_a_time() {
        JsonNode order =
                exchange.cli()
                        .run(words("order submit --symbol AAPL --side buy --qty 3 --json"))
                        .json()
                        .path("order");
        String id = order.path("id").asText();
        String made = order.path("createdAt").asText();

        CliFixture.Ran verified = exchange.cli().run("audit", "verify", "--json");
        assertThat(verified.code()).isZero();
        assertThat(verified.json().path("intact").asBoolean()).isTrue();
        assertThat(verified.json().path("lastHash").asText()).matches("[0-9a-f]{64}");
        assertThat(exchange.cli().run("audit", "verify").out()).contains("intact");
        assertThat(exchange.cli().run("replay", "--all", "--json").json().path("differ").asInt())
                .isZero();
        assertThat(exchange.cli().run("replay", id).out())
                .contains("the events reproduce the stored orders");
        assertThat(exchange.cli().run("replay").code()).isEqualTo(2);
        assertThat(exchange.cli().run("order", "show", id, "--history").out())
                .contains("version 1", "payload");
        JsonNode then = exchange.cli().run("order", "show", id, "--as-of", made, "--json").json();
        assertThat(then.path("status").asText()).isEqualTo("PENDING_SUBMIT");
        assertThat(then.path("history")).hasSize(1);
        CliFixture.Ran before =
                exchange.cli().run("order", "show", id, "--as-of", "2020-01-01T00:00:00Z");
        assertThat(before.code()).isEqualTo(1);
        assertThat(before.err()).contains("did not exist yet");
        CliFixture.Ran wrong = exchange.cli().run("order", "show", id, "--as-of", "yesterday");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("as-of: yesterday (expected: a time with its zone");
    }

    private static String[] words(String command) {
        return command.split(" ", -1);
    }

    private static List<String> fields(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}

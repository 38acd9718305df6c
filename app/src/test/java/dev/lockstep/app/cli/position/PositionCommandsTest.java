package dev.lockstep.app.cli.position;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.cli.ExchangeFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Positions: closing them, and what changes them besides trades. */
@Tag("slow")
class PositionCommandsTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void a_position_is_closed_after_the_stop_that_holds_its_shares_is_canceled() {
        exchange.run("order submit --symbol AAPL --side buy --qty 3");
        exchange.cli().run("sync");
        exchange.run(
                "order submit --symbol AAPL --side sell --qty 3 --stop-price 1 --time-in-force gtc");
        JsonNode part = exchange.cli().run("close", "AAPL", "--qty", "1", "--json").json().path(0);
        assertThat(part.path("order").path("status").asText()).isEqualTo("filled");
        exchange.cli().run("sync");
        JsonNode orders = exchange.cli().run("order", "list", "--json").json().path("orders");
        assertThat(orders)
                .filteredOn(order -> order.path("type").asText().equals("stop"))
                .extracting(
                        order -> order.path("qty").asText() + " " + order.path("status").asText())
                .contains("2 new", "3 canceled");
        assertThat(exchange.cli().run("close", "--all", "--dry-run").out())
                .contains("would be closed");

        CliFixture.Ran ran = exchange.cli().run("close", "AAPL", "--json");

        assertThat(ran.json().path(0).path("result").asText()).isEqualTo("closing");
        assertThat(ran.code()).isZero();
        exchange.cli().run("sync");
        assertThat(exchange.cli().run("close", "AAPL").out()).contains("gone");
        assertThat(exchange.cli().run("positions", "--json").json().path("positions")).isEmpty();
        assertThat(exchange.cli().run("verify").code()).isZero();
    }

    @Test
    void a_position_is_reversed_once_its_close_has_filled() {
        exchange.run("order submit --symbol AAPL --side buy --qty 3");
        exchange.cli().run("sync");
        assertThat(exchange.cli().run("reverse", "AAPL", "--dry-run").out())
                .contains("would be reversed");
        exchange.run("risk set max-order-qty 2 --reason small");
        assertThat(exchange.cli().run("reverse", "AAPL").code()).isNotZero();
        exchange.run("risk clear max-order-qty --reason large");

        CliFixture.Ran ran = exchange.cli().run("reverse", "AAPL", "--json");

        assertThat(ran.json().path("result").asText()).as(ran.out()).isEqualTo("reversing");
        assertThat(ran.json().at("/order/purpose").asText()).isEqualTo("reversal");
        exchange.cli().run("sync");
        JsonNode positions = exchange.cli().run("positions", "--json").json().path("positions");
        assertThat(positions.at("/0/brokerQty").asText()).isEqualTo("-3");
        assertThat(positions.at("/0/localQty").asText()).isEqualTo("-3");
        assertThat(exchange.cli().run("verify").code()).isZero();
        assertThat(exchange.cli().run("audit", "verify").code()).isZero();
    }

    @Test
    void a_strategy_closes_only_what_it_holds() {
        exchange.run("order submit --symbol AAPL --side buy --qty 2 --strategy trend");
        exchange.run("order submit --symbol AAPL --side buy --qty 3 --strategy pairs");
        exchange.cli().run("sync");
        assertThat(exchange.run("order list --strategy trend --json").json().path("orders"))
                .singleElement()
                .satisfies(order -> assertThat(order.path("strategy").asText()).isEqualTo("trend"));
        assertThat(exchange.run("order list --strategy a/b").code()).isNotZero();

        JsonNode line = exchange.run("close AAPL --strategy trend --json").json().path(0);

        assertThat(line.path("order").path("qty").asText()).isEqualTo("2");
        exchange.cli().run("sync");
        JsonNode left = exchange.run("positions --by-strategy --json").json();
        assertThat(left)
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.path("strategy").asText()).isEqualTo("pairs");
                    assertThat(held.path("qty").asText()).isEqualTo("3");
                });
        assertThat(exchange.run("close AAPL --strategy trend").out()).contains("gone");
    }

    @Test
    void a_coin_that_was_bought_is_held_as_at_the_broker_once_its_fee_is_read() {
        exchange.run("order submit --symbol ETH/USD --side buy --qty 2 --time-in-force gtc");

        JsonNode synced = exchange.cli().run("sync", "--json").json();
        CliFixture.Ran positions = exchange.cli().run("positions", "--json");

        assertThat(synced.path("newAdjustments").intValue()).isEqualTo(1);
        assertThat(positions.code()).as(positions.out()).isZero();
        assertThat(positions.json().findValuesAsText("localQty")).contains("1.995");
        assertThat(positions.json().findValuesAsText("adjustedQty")).contains("-0.005");
        assertThat(exchange.cli().run("positions").out()).contains("adjusted", "-0.005");
        assertThat(exchange.cli().run("sync", "--json").json().path("newAdjustments").intValue())
                .isZero();
    }

    @Test
    void a_fee_that_the_broker_has_taken_and_not_listed_yet_is_no_difference() {
        listFees(false);
        exchange.run("order submit --symbol ETH/USD --side buy --qty 2 --time-in-force gtc");
        exchange.cli().run("sync");

        CliFixture.Ran before = exchange.cli().run("positions", "--json");
        assertThat(before.code()).as(before.out()).isZero();
        assertThat(before.json().at("/positions/0/localQty").asText()).isEqualTo("2");
        assertThat(before.json().at("/positions/0/brokerQty").asText()).isEqualTo("1.995");
        assertThat(before.json().at("/positions/0/feePending").asBoolean()).isTrue();
        assertThat(exchange.cli().run("positions").out()).contains("fee not booked yet");

        listFees(true);
        exchange.cli().run("sync");
        JsonNode after = exchange.cli().run("positions", "--json").json().at("/positions/0");
        assertThat(after.path("feePending").asBoolean()).isFalse();
        assertThat(after.path("localQty").asText()).isEqualTo("1.995");
    }

    private void listFees(boolean listed) {
        exchange.simulator().listFees(listed);
    }

    @Test
    void adjustments_are_listed_by_instrument_kind_and_time() {
        exchange.run("order submit --symbol ETH/USD --side buy --qty 2 --time-in-force gtc");
        exchange.cli().run("sync");

        CliFixture.Ran all = exchange.cli().run("adjustments", "list", "--json");
        JsonNode fee = all.json().path("adjustments").path(0);

        assertThat(all.code()).isZero();
        assertThat(all.json().path("adjustments")).hasSize(1);
        assertThat(all.json().path("next").isNull()).isTrue();
        assertThat(fee.path("kind").asText()).isEqualTo("fee");
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
        assertThat(exchange.run("adjustments list --limit 1001").code()).isEqualTo(2);
        assertThat(exchange.cli().run("adjustments").err())
                .contains("command: missing (expected: list)");
    }

    private JsonNode adjustments(String options) {
        return exchange.run("adjustments list --json " + options).json().path("adjustments");
    }
}

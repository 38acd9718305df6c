package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Limits and pauses of strategies from the terminal, against a real simulator and database. */
@Tag("slow")
class StrategyCommandsTest {
    private static final String BUY = "order submit --symbol AAPL --side buy --json --qty ";

    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @BeforeEach
    void start() {
        exchange.cli().with("USER", "ann");
    }

    @Test
    void a_limit_of_a_strategy_denies_its_orders_alone() {
        assertThat(run("risk set max-order-qty 5 --strategy trend").out())
                .contains("max-order-qty of strategy trend is 5");

        assertThat(text(run(BUY + "6 --strategy trend")))
                .isEqualTo("quantity 6 is above the limit of 5 (max-order-qty of strategy trend)");
        assertThat(run(BUY + "6 --strategy mean").code()).isZero();
        assertThat(run(BUY + "6").code()).isZero();
        assertThat(run("risk clear max-order-qty --strategy trend").code()).isZero();
        assertThat(run(BUY + "6 --strategy trend").code()).isZero();
    }

    @Test
    void a_paused_strategy_may_only_reduce() {
        run(BUY + "3 --strategy trend");
        run("sync");
        assertThat(run("strategy pause trend --reason careful").out())
                .contains("strategy trend is paused: careful");

        assertThat(text(run(BUY + "1 --strategy trend")))
                .startsWith("the strategy is paused (operator: careful)");
        assertThat(run(BUY.replace("buy", "sell") + "3 --strategy trend").code()).isZero();
        assertThat(run(BUY + "1").code()).isZero();
        assertThat(run("strategy resume trend").code()).isZero();
        assertThat(run(BUY + "1 --strategy trend").code()).isZero();
    }

    @Test
    void a_strategy_without_orders_limits_and_keys_is_neither_paused_nor_resumed() {
        run("risk set max-open-orders 9");
        assertThat(run("strategy pause trendd").err())
                .contains("strategy: trendd (expected: a strategy with orders, limits or a key)");
        run(BUY + "3 --strategy trend");

        for (String act : List.of("pause", "resume")) {
            CliFixture.Ran refused = run("strategy " + act + " trendd");
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("strategy: trendd (expected: trend?)");
        }
        assertThat(run("strategy list").out()).doesNotContain("trendd");
    }

    @Test
    void a_strategy_is_listed_as_soon_as_it_has_a_key() {
        run("risk set max-open-orders 9");
        assertThat(run("strategy list").out()).contains("there is no strategy");

        run("keys add trend");

        assertThat(run("strategy list").out()).contains("trend", "active");
        JsonNode body = run("strategy list --json").json().at("/strategies/0");
        assertThat(body.path("strategy").asText()).isEqualTo("trend");
        assertThat(body.path("ordersToday").asInt()).isZero();
        assertThat(body.path("symbols")).isEmpty();
    }

    @Test
    void a_strategy_with_a_limit_or_a_key_is_paused_ahead_of_its_first_order() {
        run("risk set max-open-orders 5 --strategy trend");
        run("keys add bot --strategy mean");

        for (String strategy : List.of("trend", "mean")) {
            assertThat(run("strategy pause " + strategy).code()).isZero();
            assertThat(run("strategy resume " + strategy).code()).isZero();
        }
    }

    @Test
    void budget_margin_and_loss_of_a_strategy_are_checked_with_the_brokers_data() {
        run("risk set capital-budget 100000 --strategy trend");
        run("risk set margin deny --strategy trend");
        run("risk set max-daily-loss 50000 --strategy trend");
        assertThat(run(BUY + "3 --strategy trend").code()).isZero();
        run("sync");
        assertThat(run(BUY + "1 --strategy trend").code()).isZero();

        assertThat(text(run(BUY + "100000 --limit-price 1 --time-in-force gtc --strategy trend")))
                .contains("capital in use $")
                .contains("above the budget of $100,000.00 (capital-budget of strategy trend)");
    }

    @Test
    void the_limits_of_strategies_are_shown_with_their_use() {
        run("risk set max-open-orders 50 --strategy trend");
        run("risk set max-order-rate 9/1h --strategy trend");
        run("strategy pause trend --reason careful");
        run("strategy resume trend");
        run(BUY + "1 --limit-price 1 --time-in-force gtc --strategy trend");
        run("strategy pause trend --reason again");

        assertThat(run("risk show").out())
                .containsPattern("trend +paused +ann +again")
                .containsPattern("trend +max-open-orders +50 +1 of 50 orders")
                .containsPattern("trend +max-order-rate +9/1h +1 of 9 orders in the last 1h");
        JsonNode shown = run("risk show --changes 9 --json").json();
        JsonNode trend = shown.path("strategies").path("trend");
        assertThat(trend.path("state").asText()).isEqualTo("reducing");
        assertThat(trend.path("limits").path("max-open-orders").asText()).isEqualTo("50");
        assertThat(trend.path("used").path("max-open-orders").asInt()).isOne();
        assertThat(shown.path("changes").path(0).path("what").asText())
                .isEqualTo("strategy trend: operator reducing");
    }

    @Test
    void strategies_are_listed_with_orders_holdings_and_limits() {
        run("sync");
        assertThat(run("strategy list").out()).contains("there is no strategy");
        run(BUY + "3 --strategy trend");
        run(BUY + "1 --limit-price 1 --time-in-force gtc --strategy trend");
        run("risk set max-open-orders 50 --strategy trend");
        run("risk set capital-budget 90000 --strategy trend");
        run("keys add bot --strategy mean");
        run("strategy pause mean --reason careful");
        run("sync");

        assertThat(run("strategy list").out())
                .containsPattern(
                        "trend +active +2 +1 +AAPL 3 +\\$[0-9.,]+ +\\$0.00 +\\$0.00"
                                + " +max-open-orders 1 of 50 orders, capital-budget [0-9.]+ of"
                                + " 90000")
                .containsPattern("mean +paused by ann: careful +0 +0 +\\$0.00");
        JsonNode trend = run("strategy list --json").json().path("strategies").path(1);
        assertThat(trend.path("strategy").asText()).isEqualTo("trend");
        assertThat(trend.path("ordersToday").asInt()).isEqualTo(2);
        assertThat(trend.at("/symbols/0/symbol").asText()).isEqualTo("AAPL");
        assertThat(trend.at("/symbols/0/openQty").asText()).isEqualTo("3");
        assertThat(trend.path("limits").path("max-open-orders").asText()).isEqualTo("50");
        assertThat(new BigDecimal(trend.path("exposure").asText())).isGreaterThan(BigDecimal.ONE);
        assertThat(trend.path("realized").asText()).isEqualTo("0");
        assertThat(trend.path("realizedToday").asText()).isEqualTo("0");
    }

    @Test
    void bad_input_is_refused_with_what_is_allowed() {
        CliFixture.Ran account = run("risk set capital-budget 5");
        assertThat(account.code()).isEqualTo(2);
        assertThat(account.err()).contains("strategy: not set", "capital-budget");
        CliFixture.Ran name = run("strategy pause a/b");
        assertThat(name.code()).isEqualTo(2);
        assertThat(name.err()).contains("strategy: a/b", "1 to 64 letters");
        assertThat(run("risk set margin allow --strategy trend").err())
                .contains("margin: allow (expected: deny)");
        assertThat(run("strategy").code()).isEqualTo(2);
    }

    private static String text(CliFixture.Ran denied) {
        assertThat(denied.code()).isEqualTo(1);
        return denied.json().path("order").path("text").asText();
    }

    private CliFixture.Ran run(String line) {
        return exchange.cli().run(line.split(" "));
    }
}

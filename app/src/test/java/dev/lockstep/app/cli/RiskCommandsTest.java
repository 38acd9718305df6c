package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits and the kill switch from the terminal, against a real simulator and database. */
@Tag("slow")
class RiskCommandsTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @BeforeEach
    void start() {
        exchange.cli().with("USER", "ann");
    }

    @Test
    void a_limit_is_set_before_the_first_order_and_obeyed_by_it() {
        assertThat(run("risk set max-order-qty 5 --reason careful").code()).isZero();

        CliFixture.Ran denied = run("order submit --symbol AAPL --side buy --qty 6 --json");

        assertThat(denied.code()).isEqualTo(1);
        assertThat(denied.json().path("result").asText()).isEqualTo("denied");
        assertThat(denied.json().path("order").path("text").asText())
                .isEqualTo("quantity 6 is above the limit of 5 (max-order-qty)");
        assertThat(run("order submit --symbol AAPL --side buy --qty 5").code()).isZero();
        assertThat(run("risk clear max-order-qty").code()).isZero();
        assertThat(run("order submit --symbol AAPL --side buy --qty 6").code()).isZero();
    }

    @Test
    void a_market_order_is_valued_at_the_last_quote() {
        run("risk set max-order-value 1");
        assertThat(
                        run("order submit --symbol AAPL --side buy --qty 1 --json")
                                .json()
                                .path("order")
                                .path("text")
                                .asText())
                .startsWith("order value $");
        run("risk set max-order-value 1000000");
        assertThat(run("order submit --symbol AAPL --side buy --qty 1").code()).isZero();
    }

    @Test
    void a_daily_loss_is_told_by_the_brokers_account() {
        run("risk set max-daily-loss 1000000");

        assertThat(run("order submit --symbol AAPL --side buy --qty 1").code()).isZero();
    }

    @Test
    void the_limits_are_shown_with_who_changed_them_and_why() {
        run("risk set max-open-orders 7 --reason careful");

        JsonNode shown = run("risk show --changes 5 --json").json();

        assertThat(shown.path("state").asText()).isEqualTo("active");
        assertThat(shown.path("limits").path("max-open-orders").asText()).isEqualTo("7");
        assertThat(shown.path("changes").path(0).path("who").asText()).isEqualTo("ann");
        assertThat(shown.path("changes").path(0).path("why").asText()).isEqualTo("careful");
        assertThat(run("risk show").out())
                .contains("trading is active", "max-open-orders", "max-order-value");
    }

    @Test
    void a_wrong_limit_is_answered_with_the_nearest_one_and_a_wrong_value_with_its_form() {
        CliFixture.Ran name = run("risk set max-ordr-value 5");
        assertThat(name.code()).isEqualTo(2);
        assertThat(name.err()).contains("max-ordr-value", "max-order-value?");
        CliFixture.Ran value = run("risk set price-collar wide");
        assertThat(value.code()).isEqualTo(2);
        assertThat(value.err()).contains("price-collar: wide");
        assertThat(run("risk show --changes -1").code()).isEqualTo(2);
    }

    @Test
    void a_halt_denies_until_trading_is_resumed_and_the_doctor_tells() {
        CliFixture.Ran halted = run("halt --reason news");
        assertThat(halted.code()).isZero();
        assertThat(halted.out()).contains("halted by ann: news");
        assertThat(
                        run("order submit --symbol AAPL --side buy --qty 1").err()
                                + run("order submit --symbol AAPL --side buy --qty 1").out())
                .contains("Denied: trading is halted (operator: news)");
        assertThat(run("doctor").out()).contains("trading is halted by ann: news");

        assertThat(run("resume --source sync").code()).isEqualTo(1);
        assertThat(run("resume").code()).isZero();
        assertThat(run("order submit --symbol AAPL --side buy --qty 1").code()).isZero();
    }

    @Test
    void reducing_lets_only_what_reduces_out() {
        run("order submit --symbol AAPL --side buy --qty 3");
        run("sync");
        assertThat(run("reduce --reason careful").out()).contains("reducing by ann");

        assertThat(run("order submit --symbol AAPL --side buy --qty 1").code()).isEqualTo(1);
        assertThat(run("order submit --symbol AAPL --side sell --qty 3").code()).isZero();
    }

    @Test
    void a_halt_cancels_every_order_and_closes_every_position_on_request() {
        run("order submit --symbol AAPL --side buy --qty 3");
        run("order submit --symbol MSFT --side buy --qty 5 --limit-price 1 --time-in-force gtc");
        run("sync");

        JsonNode halted = run("halt --flatten --reason news --json").json();

        assertThat(halted.path("state").asText()).isEqualTo("halted");
        assertThat(halted.path("canceled")).hasSize(1);
        assertThat(halted.path("closing")).hasSize(1);
        assertThat(halted.path("flat").asBoolean()).isTrue();
        assertThat(run("positions --json").json().path("positions")).isEmpty();
        assertThat(run("order list --status open --json").json().path("orders")).isEmpty();
        JsonNode again = run("halt --flatten --json").json();
        assertThat(again.path("closing")).isEmpty();
        assertThat(again.path("flat").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"halt --reason news", "halt --reason news --json"})
    void a_halt_that_cannot_be_stored_says_that_nobody_obeys_it(String halt) throws IOException {
        run("risk set max-order-qty 5");
        damage();

        CliFixture.Ran halted = run(halt);

        assertThat(halted.code()).isEqualTo(4);
        assertThat(halted.err())
                .contains("Trading is not halted: the halt could not be stored")
                .contains("Stop 'lockstep run', or cancel at the broker");
        if (halt.endsWith("--json")) {
            assertThat(halted.json().path("stored").asBoolean(true)).isFalse();
        }
    }

    private void damage() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".db")).toList()) {
                Files.writeString(file, "no database ".repeat(1_000));
            }
        }
    }

    private CliFixture.Ran run(String command) {
        return exchange.cli().run(command.split(" ", -1));
    }
}

package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every command that changes something at the broker can say what it would do, and do nothing. */
@Tag("slow")
class DryRunTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void no_dry_run_sends_or_stores_anything() throws IOException {
        run("order submit --symbol AAPL --side buy --qty 3");
        String resting =
                orderId("order submit --symbol F --side buy --qty 1 --limit-price 2 --json");
        run("sync");
        String elsewhere = sentElsewhere();
        Path file = Files.writeString(home.resolve("orders.csv"), "symbol,side,qty\nAAPL,buy,1\n");
        List<String> before = books();

        assertThat(run("order submit --symbol F --side buy --qty 1 --dry-run").out())
                .contains("would be sent");
        assertThat(
                        exchange.cli()
                                .run("order", "submit", "--file", file.toString(), "--dry-run")
                                .out())
                .contains("dry run");
        assertThat(run("order cancel " + resting + " none --dry-run --json").json())
                .extracting(line -> line.path("result").asText())
                .containsExactly("would_be_canceled", "no_such_order");
        assertThat(run("order replace " + resting + " --limit-price 2.1 --dry-run").code())
                .isZero();
        assertThat(run("order adopt " + elsewhere + " --dry-run").out())
                .contains("would be adopted");
        assertThat(run("cancel-all --external --dry-run").out()).contains("would be canceled");
        assertThat(run("close --all --dry-run").out()).contains("would be closed");
        JsonNode halt = run("halt --flatten --dry-run --json").json();
        assertThat(halt.path("would").findValuesAsText("action"))
                .containsExactly("canceled", "canceled", "closed");
        assertThat(halt.path("would").findValuesAsText("name"))
                .containsExactly(resting, elsewhere, "AAPL");
        assertThat(run("halt --dry-run").out()).contains("would be halted");

        assertThat(books()).isEqualTo(before);
    }

    @Test
    void a_dry_run_knows_the_orders_of_keys() {
        String submit = "order submit --symbol AAPL --side buy --key monday-1 --qty ";
        assertThat(run(submit + "1").code()).isZero();

        CliFixture.Ran same = run(submit + "1 --dry-run --json");
        CliFixture.Ran other = run(submit + "2 --dry-run --json");

        assertThat(same.code()).isZero();
        assertThat(same.json().path("result").asText()).isEqualTo("already_submitted");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.json().path("result").asText()).isEqualTo("key_reused");
        assertThat(other.json().path("text").asText()).contains("monday-1", "buy 1 AAPL");
    }

    @Test
    void a_dry_run_under_the_key_of_a_denied_order_is_a_new_attempt() {
        run("risk set max-order-qty 1");
        String submit = "order submit --symbol AAPL --side buy --qty 2 --key monday-2";
        assertThat(run(submit).out()).contains("Denied: ");
        run("risk clear max-order-qty");

        assertThat(run(submit + " --dry-run").out()).contains("would be sent");
    }

    @Test
    void a_dry_run_knows_the_limits_and_the_state_of_trading() {
        run("risk set max-order-qty 5");
        assertThat(run("order submit --symbol AAPL --side buy --qty 6 --dry-run").out())
                .contains("Denied: quantity 6 is above the limit of 5");

        run("halt --reason news");
        CliFixture.Ran halted = run("order submit --symbol AAPL --side buy --qty 1 --dry-run");
        assertThat(halted.code()).isEqualTo(1);
        assertThat(halted.out()).contains("Denied: trading is halted (operator: news)");
    }

    @Test
    void a_dry_run_says_that_a_symbol_is_unknown_or_could_not_be_checked() throws IOException {
        String unknown = "order submit --symbol NOSUCH --side buy --qty 1 --dry-run";
        assertThat(run(unknown).out())
                .contains("would be sent, but symbol, limits and account are not checked");
        run("order submit --symbol AAPL --side buy --qty 1");

        CliFixture.Ran refused = run(unknown);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("Denied: the broker does not have the symbol NOSUCH");

        Path plan =
                Files.writeString(
                        home.resolve("plan.json"),
                        "{\"seed\":1,\"rules\":[{\"target\":\"GET /v2/assets*\","
                                + "\"fault\":\"error_before\"}]}");
        assertThat(run("simulator faults " + plan + " --url " + exchange.simulator().uri()).code())
                .isZero();
        assertThat(run(unknown).out())
                .contains("would be sent, but the symbol NOSUCH could not be checked");
    }

    @Test
    void a_dry_run_of_a_close_answers_as_the_close_would() {
        run("order submit --symbol AAPL --side buy --qty 10");
        run("order submit --symbol F --side buy --qty 2 --strategy trend");
        run("sync");

        for (String command :
                new String[] {
                    "close AAPL --strategy trend", "close AAPL --qty 11", "close AAPL --percent 1"
                }) {
            CliFixture.Ran dry = run(command + " --dry-run");
            CliFixture.Ran real = run(command);
            assertThat(dry.code()).as(command).isEqualTo(real.code()).isNotZero();
            assertThat(dry.out() + dry.err()).isEqualTo(real.out() + real.err());
        }
        assertThat(run("close F --strategy trend --dry-run").out()).contains("would be closed");
        assertThat(run("close --all --strategy trend --dry-run --json").json())
                .extracting(line -> line.path("result").asText())
                .containsExactlyInAnyOrder("gone", "would_be_closed");
    }

    /** All that the exchange, the orders, their events and the rules say. */
    private List<String> books() {
        return List.of(
                exchange.simulator().orders().toString(),
                run("order list --json").out(),
                run("audit verify --json").out(),
                run("risk show --json").out());
    }

    private String sentElsewhere() {
        return exchange.cli()
                .runAsIs(
                        ("order submit --symbol AAPL --side buy --qty 1 --limit-price 10 --json"
                                        + " --base-url "
                                        + exchange.simulator().uri()
                                        + " --data "
                                        + home.resolve("elsewhere"))
                                .split(" "))
                .json()
                .path("order")
                .path("brokerOrderId")
                .asText();
    }

    private String orderId(String command) {
        return run(command).json().path("order").path("id").asText();
    }

    private CliFixture.Ran run(String command) {
        return exchange.cli().run(command.split(" ", -1));
    }
}

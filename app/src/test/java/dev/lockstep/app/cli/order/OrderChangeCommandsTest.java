package dev.lockstep.app.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.cli.ExchangeFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Replacing and canceling orders. */
@Tag("slow")
class OrderChangeCommandsTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void a_resting_order_is_canceled_once_and_then_it_is_too_late() {
        String id =
                exchange.run("order submit --symbol F --side buy --qty 1 --limit-price 2 --json")
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
                exchange.run("order submit --symbol F --side buy --qty 3 --limit-price 2 --json")
                        .json()
                        .path("order")
                        .path("id")
                        .asText();
        CliFixture.Ran would =
                exchange.cli().run("order", "replace", id, "--limit-price", "2.1", "--dry-run");
        assertThat(would.code()).isZero();
        assertThat(exchange.cli().run("order", "replace", id).code()).isEqualTo(2);
        assertThat(exchange.cli().run("order", "replace", id, "--limit-price", "2").out())
                .contains("Denied: the change has no effect");

        CliFixture.Ran ran =
                exchange.cli().run("order", "replace", id, "--limit-price", "2.1", "--json");

        assertThat(ran.code()).isZero();
        JsonNode made = ran.json().path("order");
        assertThat(made.path("replaces").asText()).isEqualTo(id);
        assertThat(made.path("limitPrice").asText()).isEqualTo("2.1");
        exchange.cli().run("sync");
        JsonNode shown = exchange.cli().run("order", "show", id, "--json").json();
        assertThat(shown.path("status").asText()).isEqualTo("replaced");
        assertThat(shown.path("chain")).hasSize(3);
        assertThat(exchange.cli().run("order", "show", id).out())
                .contains(made.path("id").asText());
        assertThat(exchange.cli().run("verify").code()).isZero();
    }

    @Test
    void the_next_step_after_a_verification_names_the_broker_as_the_call_did() {
        String broker = " --base-url " + exchange.simulator().uri();
        Path folder = home.resolve("elsewhere");
        String buy = "order submit --symbol F --side buy --qty 1 --data ";
        assertThat(exchange.cli().runAsIs((buy + folder + broker).split(" ")).code()).isZero();

        CliFixture.Ran ran =
                exchange.cli().runAsIs(("verify --data " + folder + broker).split(" "));

        assertThat(ran.out()).as(ran.err()).contains("positions --data " + folder + broker);
    }

    @Test
    void all_open_orders_are_canceled_and_a_dry_run_only_lists_them() {
        exchange.run("order submit --symbol F --side buy --qty 1 --limit-price 2");
        exchange.run("order submit --symbol AAPL --side buy --qty 1 --limit-price 2");
        JsonNode would = exchange.cli().run("cancel-all", "--dry-run", "--json").json();
        assertThat(would.path("orders").findValuesAsText("result"))
                .hasSize(2)
                .containsOnly("would_be_canceled");
        assertThat(exchange.run("cancel-all --symbol f --json").json().path("orders")).hasSize(1);
        CliFixture.Ran all = exchange.cli().run("cancel-all");
        assertThat(all.code()).isZero();
        exchange.cli().run("sync");
        assertThat(exchange.cli().run("order", "list", "--json").json().findValuesAsText("status"))
                .hasSize(2)
                .containsOnly("canceled");
        assertThat(exchange.cli().run("cancel-all").out()).contains("no open orders");
    }
}

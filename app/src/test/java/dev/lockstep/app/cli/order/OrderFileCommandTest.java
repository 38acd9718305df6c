package dev.lockstep.app.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.cli.ExchangeFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Submitting a file of orders. */
@Tag("slow")
class OrderFileCommandTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

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

    private Path file(String text) throws IOException {
        return Files.writeString(home.resolve("orders.csv"), text);
    }

    @Test
    void a_file_without_a_valid_row_is_invalid_input_because_nothing_is_sent() throws IOException {
        Path file = file("symbol,side,qty\nAAPL,hold,1\nAAPL,buy,0\n");

        CliFixture.Ran ran = exchange.cli().run("order", "submit", "--file", file.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).contains("side: hold", "2 rows");
        assertThat(exchange.simulator().orders()).isEmpty();
    }
}

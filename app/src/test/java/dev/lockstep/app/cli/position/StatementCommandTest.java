package dev.lockstep.app.cli.position;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.cli.ExchangeFixture;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Daily statements at the terminal, against a real simulator. */
@Tag("slow")
class StatementCommandTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void the_statement_of_today_is_shown_and_written_as_html_and_csv() throws IOException {
        exchange.run("order submit --symbol AAPL --side buy --qty 3");
        exchange.cli().run("sync");
        Path html = home.resolve("statement.html");
        Path csv = home.resolve("statement.csv");

        CliFixture.Ran ran =
                exchange.cli().run("statement", "--html", html.toString(), "--csv", csv.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("equity at the previous close", "unexplained");
        assertThat(ran.err()).contains("The day has not ended");
        assertThat(Files.readString(html)).contains("<h1>Statement of ").doesNotContain("null");
        assertThat(Files.readString(csv)).contains(",opening equity,", ",closing equity,");
        assertThat(exchange.cli().run("statement", "--csv", csv.toString()).err())
                .contains("--overwrite");
    }

    @Test
    void its_parts_add_up_to_the_change_of_the_equity() {
        exchange.run("sync");
        JsonNode statement = exchange.cli().run("statement", "--json").json();

        BigDecimal booked = BigDecimal.ZERO;
        for (JsonNode flow : statement.path("flows")) {
            booked = booked.add(decimal(flow, "amount"));
        }
        assertThat(decimal(statement, "trading").add(booked).add(decimal(statement, "unexplained")))
                .isEqualByComparingTo(decimal(statement, "change"));
    }

    @Test
    void a_day_without_equity_ends_with_the_code_of_a_negative_result() {
        exchange.run("sync");
        CliFixture.Ran ran = exchange.cli().run("statement", "--day", "1999-01-04");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("the broker reports no equity at the end of 1999-01-04");
        assertThat(exchange.cli().run("statement", "--day", "tomorrow").code()).isEqualTo(2);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText());
    }
}

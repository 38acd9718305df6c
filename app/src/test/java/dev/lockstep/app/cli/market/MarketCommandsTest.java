package dev.lockstep.app.cli.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.cli.ExchangeFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Prices, instruments and market hours at the terminal, against a real simulator. */
@Tag("slow")
class MarketCommandsTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void a_quote_has_both_sides_and_the_last_trade_for_each_symbol_in_the_given_order() {
        JsonNode quotes = run("quote msft AAPL --json").json();

        assertThat(quotes.findValuesAsText("symbol")).containsExactly("MSFT", "AAPL");
        assertThat(quotes.path(0).path("bid").asText()).matches("[0-9.]+");
        assertThat(quotes.path(0).path("ask").asText()).matches("[0-9.]+");
        assertThat(run("quote AAPL").out()).contains("symbol", "bid", "AAPL");
    }

    @Test
    void an_unknown_symbol_is_no_quote_and_the_others_are_shown() {
        CliFixture.Ran ran = run("quote AAPL ZZZZ --json");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.json().path(0).path("bid").asText()).isNotEmpty();
        assertThat(ran.json().path(1).path("bid").isNull()).isTrue();
        assertThat(ran.err()).contains("unknown symbol: the broker does not have ZZZZ");
        CliFixture.Ran alone = run("quote ZZZZ");
        assertThat(alone.code()).isEqualTo(1);
        assertThat(alone.out()).isEmpty();
    }

    @Test
    void bars_of_an_unknown_symbol_are_reported_as_such() {
        CliFixture.Ran ran = run("bars ZZZZ");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("unknown symbol: the broker does not have ZZZZ");
    }

    @Test
    void bars_of_a_length_are_listed_oldest_first() {
        JsonNode bars = run("bars AAPL msft --timeframe 1d --limit 3 --json").json();

        assertThat(bars).hasSize(2);
        assertThat(bars.at("/0/timeframe").asText()).isEqualTo("1d");
        assertThat(bars.at("/0/bars").findValuesAsText("symbol"))
                .containsExactly("AAPL", "AAPL", "AAPL");
        assertThat(bars.at("/1/bars").findValuesAsText("symbol"))
                .containsExactly("MSFT", "MSFT", "MSFT");
        assertThat(bars.findValuesAsText("from").subList(0, 3)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void bars_of_an_unknown_length_or_too_many_are_refused_with_what_is_allowed() {
        assertThat(run("bars AAPL --timeframe 2m").err())
                .contains("timeframe: 2m (expected: 1m, 5m, 15m, 1h, 1d)");
        assertThat(run("bars AAPL --limit 1001").err())
                .contains("limit: 1001 (expected: 1 to 1000)");
    }

    @Test
    void the_clock_shows_the_market_and_its_trading_days() {
        JsonNode clock = run("clock --days 14 --json").json();

        assertThat(clock.path("open").isBoolean()).isTrue();
        assertThat(clock.path("days")).isNotEmpty();
        assertThat(run("clock").out()).contains("market", "closes");
        assertThat(run("clock --days 500").err()).contains("days: 500 (expected: 0 to 366)");
    }

    @Test
    void assets_are_found_by_symbol_first_and_by_name() {
        JsonNode found = run("assets aapl --json").json();

        assertThat(found.path("assets").path(0).path("symbol").asText()).isEqualTo("AAPL");
        String name = found.path("assets").path(0).path("name").asText();
        assertThat(exchange.cli().run("assets", name).out()).contains("AAPL");
        assertThat(run("assets xylophone").code()).isEqualTo(1);
        CliFixture.Ran few = run("assets --limit 2 --json");
        assertThat(few.json().path("assets")).hasSize(2);
        assertThat(few.json().path("matches").asInt()).isGreaterThan(2);
    }

    private CliFixture.Ran run(String command) {
        return exchange.cli().run(command.split(" ", -1));
    }
}

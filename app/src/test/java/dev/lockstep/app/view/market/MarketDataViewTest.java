package dev.lockstep.app.view.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Trade;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of prices, instruments and market hours, and the closes that a snapshot compares with.
 */
class MarketDataViewTest {
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");
    private static final Symbol AAPL = new Symbol("AAPL");

    @Test
    void a_row_is_empty_for_what_is_not_known() {
        Quote oneSide =
                new Quote(AAPL, Price.of("97250.5"), Quantity.of("2"), null, Quantity.ZERO, AT);
        Table table = MarketDataView.quotes();
        MarketDataView.addRow(table, AAPL, oneSide, null);
        MarketDataView.addRow(
                table, AAPL, null, new Trade(AAPL, Price.of("1.4"), Quantity.of("3"), AT));

        assertThat(table.lines())
                .containsExactly(
                        "symbol        bid  bid qty  ask  ask qty  quoted                last"
                                + "  last qty  traded",
                        "AAPL    97,250.50        2             0  2026-01-05 14:30:00Z",
                        "AAPL                                                            1.40"
                                + "         3  2026-01-05 14:30:00Z");
    }

    @Test
    void an_open_market_opens_again_and_a_closed_one_opens() {
        assertThat(MarketDataView.table(new MarketClock(AT, true, AT, AT)).lines())
                .anyMatch(line -> line.matches("market +open"))
                .anyMatch(line -> line.startsWith("opens again "));
        assertThat(MarketDataView.table(new MarketClock(AT, false, AT, AT)).lines())
                .anyMatch(line -> line.matches("market +closed"))
                .anyMatch(line -> line.matches("opens +2026-01-05 14:30:00Z"));
    }

    @Test
    void what_an_instrument_allows_is_yes_or_no() {
        Asset asset =
                new Asset(
                        AAPL, "Apple", "NASDAQ", true, true, false, false, true, null, null, null);

        assertThat(MarketDataView.assets(List.of(asset)).lines().getLast())
                .matches("AAPL +Apple +NASDAQ +yes +yes +no");
    }

    @Test
    void a_search_lists_as_many_as_requested_and_counts_all() {
        Asset asset =
                new Asset(
                        AAPL,
                        "Apple",
                        "NASDAQ",
                        true,
                        true,
                        true,
                        true,
                        true,
                        Quantity.of("0.0001"),
                        null,
                        new BigDecimal("1E-9"));

        assertThat(AssetsBody.of(List.of(asset, asset, asset), 2))
                .satisfies(body -> {
                    assertThat(body.assets()).hasSize(2);
                    assertThat(body.matches()).isEqualTo(3);
                    assertThat(body.assets().getFirst().priceIncrement()).isEqualTo("0.000000001");
                    assertThat(body.assets().getFirst().minOrderQty()).isEqualTo("0.0001");
                    assertThat(body.assets().getFirst().qtyIncrement()).isNull();
                });
        assertThat(AssetsBody.of(List.of(), 2)).isEqualTo(new AssetsBody(List.of(), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, 2026-01-02, 2026-01-05, 182",
        "2026-01-05, 2026-01-02, 2026-01-06, 190",
        "2026-01-05, ,           2026-01-06, 190",
        "2026-01-05, ,           2026-01-05, "
    })
    void the_previous_close_is_the_last_one_before_today(
            LocalDate last, @Nullable LocalDate before, LocalDate today, @Nullable String close) {
        DailyBars days =
                new DailyBars(bar(last, "190"), before == null ? null : bar(before, "182"));

        assertThat(SnapshotBody.of(AAPL, null, days, today).previousClose()).isEqualTo(close);
    }

    @Test
    void a_snapshot_has_null_for_what_is_not_known() {
        Quote oneSide = new Quote(AAPL, null, Quantity.ZERO, Price.of("1.5"), Quantity.of("2"), AT);

        assertThat(BodyTree.of(SnapshotBody.of(AAPL, null, null, LocalDate.of(2026, 1, 5))))
                .hasToString(
                        """
                        {"symbol":"AAPL","bid":null,"ask":null,"at":null,"last":null,"lastDay":null,\
                        "previousClose":null}\
                        """);
        assertThat(BodyTree.of(SnapshotBody.of(AAPL, oneSide, null, LocalDate.of(2026, 1, 5))))
                .hasToString(
                        """
                        {"symbol":"AAPL","bid":null,"ask":"1.5","at":"2026-01-05T14:30:00Z",\
                        "last":null,"lastDay":null,"previousClose":null}\
                        """);
    }

    private static Bar bar(LocalDate day, String close) {
        Price price = Price.of(close);
        return new Bar(
                AAPL,
                Instant.parse(day + "T05:00:00Z"),
                price,
                price,
                price,
                price,
                Quantity.of("1"));
    }
}

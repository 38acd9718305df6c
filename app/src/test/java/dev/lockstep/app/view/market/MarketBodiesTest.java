package dev.lockstep.app.view.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Trade;
import dev.lockstep.domain.market.TradingDay;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JSON of market data, field by field. */
class MarketBodiesTest {
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");
    private static final Symbol AAPL = new Symbol("AAPL");

    @Test
    void a_quote_has_null_for_what_is_missing() {
        Quote quote =
                new Quote(AAPL, Price.of("1.5"), Quantity.of("2"), null, Quantity.of("0"), AT);
        Trade trade = new Trade(AAPL, Price.of("1.4"), Quantity.of("3"), AT.plusSeconds(1));

        assertThat(BodyTree.of(QuoteBody.of(AAPL, quote, trade)))
                .hasToString(
                        """
                        {"symbol":"AAPL","bid":"1.5","bidQty":"2","ask":null,"askQty":"0",\
                        "at":"2026-01-05T14:30:00Z","last":"1.4","lastQty":"3",\
                        "lastAt":"2026-01-05T14:30:01Z"}\
                        """);
        assertThat(BodyTree.of(QuoteBody.of(AAPL, null, null)))
                .hasToString(
                        """
                        {"symbol":"AAPL","bid":null,"bidQty":null,"ask":null,"askQty":null,"at":null,\
                        "last":null,"lastQty":null,"lastAt":null}\
                        """);
    }

    @Test
    void a_bar_has_prices_and_volume_as_text() {
        Bar bar =
                new Bar(
                        AAPL,
                        AT,
                        Price.of("2"),
                        Price.of("4"),
                        Price.of("1"),
                        Price.of("3"),
                        Quantity.of("100"));

        assertThat(BodyTree.of(BarBody.of(bar)))
                .hasToString(
                        """
                        {"symbol":"AAPL","from":"2026-01-05T14:30:00Z","open":"2","high":"4","low":"1",\
                        "close":"3","volume":"100"}\
                        """);
    }

    @Test
    void the_clock_has_the_trading_days() {
        MarketClock clock = new MarketClock(AT, true, AT.plusSeconds(60), AT.plusSeconds(30));
        TradingDay day = new TradingDay(LocalDate.parse("2026-01-05"), AT, AT.plusSeconds(30));

        assertThat(BodyTree.of(ClockBody.of(clock, List.of(day))))
                .hasToString(
                        """
                        {"now":"2026-01-05T14:30:00Z","open":true,"nextOpen":"2026-01-05T14:31:00Z",\
                        "nextClose":"2026-01-05T14:30:30Z","days":[{"date":"2026-01-05",\
                        "open":"2026-01-05T14:30:00Z","close":"2026-01-05T14:30:30Z"}]}\
                        """);
    }
}

package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.BarQuery;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.MarketData;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes and bars are parsed completely or reported as failed. */
final class MarketDataQuestionsTest extends QuestionFixture {
    MarketDataQuestionsTest() throws IOException {}

    @Test
    void stocks_and_crypto_pairs_are_queried_at_separate_endpoints() throws InterruptedException {
        venue.answers(
                Venue.answer(
                        200,
                        """
                        {"quotes":{"AAPL":{"t":"2026-01-05T14:30:00.123456789Z","bp":189.1,"bs":3,
                         "ap":0,"as":0,"c":["R"]},"MSFT":{"t":"noon"},"odd name":{}}}
                        """),
                Venue.answer(
                        200,
                        """
                        {"quotes":{"BTC/USD":{"t":"2026-01-05T14:30:00Z","bp":"65000.10",
                         "bs":0.1234567891,"ap":65001,"as":2}}}
                        """));

        Map<Symbol, Quote> quotes =
                complete(marketData().latestQuotes(Set.of(BTC_USD, AAPL, new Symbol("MSFT"))));

        assertThat(quotes.keySet()).containsExactlyInAnyOrder(AAPL, BTC_USD);
        assertThat(quotes.get(AAPL))
                .isEqualTo(
                        new Quote(
                                AAPL,
                                Price.of("189.1"),
                                Quantity.of("3"),
                                null,
                                Quantity.ZERO,
                                Instant.parse("2026-01-05T14:30:00.123456789Z")));
        assertThat(quotes.values()).extracting(Quote::bidQty).contains(Quantity.of("0.123456789"));
        RecordedRequest shares = venue.server().takeRequest();
        assertThat(shares.getUrl().encodedPath()).isEqualTo("/v2/stocks/quotes/latest");
        assertThat(shares.getUrl().queryParameter("symbols")).isEqualTo("AAPL,MSFT");
        RecordedRequest pairs = venue.server().takeRequest();
        assertThat(pairs.getUrl().encodedPath()).isEqualTo("/v1beta3/crypto/us/latest/quotes");
        assertThat(pairs.getUrl().queryParameter("symbols")).isEqualTo("BTC/USD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"trades\":null}",
                "{\"trades\":{\"AAPL\":{\"p\"",
                "<html>"
            })
    void an_unreadable_price_answer_is_not_an_empty_result(String body) {
        venue.answers(200, body);

        assertThat(marketData().latestTrades(Set.of(AAPL))).isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void the_newest_bars_are_queried_and_an_unreadable_one_is_left_out()
            throws InterruptedException {
        venue.answers(
                200,
                """
                {"bars":{"AAPL":[
                 {"t":"2026-01-05T14:35:00Z","o":2,"h":4,"l":1,"c":3,"v":7},
                 {"t":"2026-01-05T14:30:00Z","o":2,"h":1,"l":4,"c":3,"v":7},
                 {"t":"2026-01-05T14:25:00Z","o":1,"h":2,"l":1,"c":2,"v":7}]},
                 "next_page_token":"more"}
                """);

        List<Bar> bars =
                complete(
                        marketData()
                                .bars(
                                        new BarQuery(
                                                AAPL,
                                                Timeframe.FIVE_MINUTES,
                                                Instant.parse("2026-01-01T00:00:00Z"),
                                                3)));

        assertThat(bars)
                .extracting(Bar::from)
                .containsExactly(
                        Instant.parse("2026-01-05T14:25:00Z"),
                        Instant.parse("2026-01-05T14:35:00Z"));
        RecordedRequest request = venue.server().takeRequest();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/v2/stocks/bars");
        assertThat(request.getUrl().queryParameter("timeframe")).isEqualTo("5Min");
        assertThat(request.getUrl().queryParameter("sort")).isEqualTo("desc");
    }

    @Test
    void a_failure_for_one_asset_class_fails_the_query() {
        venue.answers(
                Venue.answer(200, "{\"bars\":{}}"), Venue.answer(403, Venue.error("forbidden.")));

        assertThat(marketData().latestBars(Set.of(AAPL, BTC_USD)))
                .isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void the_days_of_stocks_and_pairs_come_from_their_snapshots() throws InterruptedException {
        String day =
                """
                {"t":"2026-01-02T05:00:00Z","o":10,"h":12,"l":9,"c":11,"v":100,"n":3,"vw":10.5}\
                """;
        venue.answers(
                Venue.answer(
                        200,
                        "{\"AAPL\":{\"dailyBar\":%s,\"prevDailyBar\":null,\"latestTrade\":{}}}"
                                .formatted(day)),
                Venue.answer(
                        200,
                        "{\"snapshots\":{\"BTC/USD\":{\"dailyBar\":%s,\"prevDailyBar\":%s}}}"
                                .formatted(day, day)));

        Map<Symbol, DailyBars> days = complete(marketData().latestDays(Set.of(AAPL, BTC_USD)));

        assertThat(days).containsOnlyKeys(AAPL, BTC_USD);
        assertThat(days.get(AAPL))
                .satisfies(stock -> {
                    assertThat(stock.last().close()).isEqualTo(Price.of("11"));
                    assertThat(stock.before()).isNull();
                });
        assertThat(venue.server().takeRequest().getTarget())
                .startsWith("/v2/stocks/snapshots?symbols=AAPL");
        assertThat(venue.server().takeRequest().getTarget())
                .startsWith("/v1beta3/crypto/us/snapshots?symbols=");
    }

    @Test
    void an_empty_set_of_symbols_sends_no_request() {
        assertThat(complete(marketData().latestTrades(Set.of()))).isEmpty();
        assertThat(venue.server().getRequestCount()).isZero();
    }

    @Test
    void failures_of_the_data_host_do_not_block_orders() {
        for (int i = 0; i < 30; i++) {
            venue.answers(503, "");
        }
        for (int i = 0; i < 10; i++) {
            marketData().latestTrades(Set.of(AAPL));
        }
        int before = venue.server().getRequestCount();

        ports.getInstance(Broker.class).cancelAll();
        ports.getInstance(Assets.class).find(AAPL);

        assertThat(venue.server().getRequestCount()).isGreaterThan(before + 1);
    }

    private MarketData marketData() {
        return ports.getInstance(MarketData.class);
    }
}

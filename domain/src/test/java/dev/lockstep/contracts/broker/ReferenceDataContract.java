package dev.lockstep.contracts.broker;

import static dev.lockstep.contracts.broker.BrokerFixture.AAPL;
import static dev.lockstep.contracts.broker.BrokerFixture.BTC_USD;
import static dev.lockstep.contracts.broker.BrokerFixture.complete;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.market.Trade;
import dev.lockstep.domain.market.TradingDay;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.port.broker.AssetLookup;
import dev.lockstep.domain.port.broker.BarQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Account, history, prices, instruments and calendar, as the venue reports them. */
public interface ReferenceDataContract extends TestedBroker {
    @Test
    default void case_15_the_account_has_money() {
        assertThat(complete(broker().account()).buyingPower()).isGreaterThan(Money.ZERO);
    }

    @Test
    default void case_16_the_clock_tells_the_next_open_and_close() {
        assertThat(complete(broker().clock()).nextClose())
                .isAfter(complete(broker().clock()).now());
    }

    @Test
    default void case_26_the_last_prices_of_several_instruments_are_told() {
        Set<Symbol> symbols = Set.of(AAPL, BTC_USD);

        Map<Symbol, Quote> quotes = complete(marketData().latestQuotes(symbols));
        Map<Symbol, Trade> trades = complete(marketData().latestTrades(symbols));
        Map<Symbol, Bar> bars = complete(marketData().latestBars(symbols));
        Map<Symbol, DailyBars> days = complete(marketData().latestDays(symbols));

        assertThat(days).containsOnlyKeys(symbols);
        assertThat(trades).containsOnlyKeys(symbols);
        assertThat(bars).containsOnlyKeys(symbols);
        assertThat(quotes).containsOnlyKeys(symbols);
        assertThat(quotes.get(BTC_USD)).satisfies(quote -> assertThat(quote.askPx()).isNotNull());
    }

    @Test
    default void case_26_the_newest_bars_of_an_instrument_are_returned_oldest_first() {
        Instant since = Instant.parse("2000-01-01T00:00:00Z");
        for (Symbol symbol : List.of(AAPL, BTC_USD)) {
            List<Bar> bars =
                    complete(
                            marketData()
                                    .bars(new BarQuery(symbol, Timeframe.ONE_MINUTE, since, 5)));

            assertThat(bars).isNotEmpty().hasSizeLessThanOrEqualTo(5);
            assertThat(bars).extracting(Bar::symbol).containsOnly(symbol);
            assertThat(bars).extracting(Bar::from).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    default void case_27_an_instrument_is_found_and_one_that_is_not_there_is_absent() {
        assertThat(assets().find(AAPL))
                .isInstanceOfSatisfying(
                        AssetLookup.Found.class,
                        found -> {
                            assertThat(found.asset().symbol()).isEqualTo(AAPL);
                            assertThat(found.asset().tradable()).isTrue();
                        });
        assertThat(assets().find(BTC_USD)).isInstanceOf(AssetLookup.Found.class);
        assertThat(assets().find(new Symbol("ZZZZQ"))).isInstanceOf(AssetLookup.Absent.class);
    }

    @Test
    default void case_28_all_instruments_of_a_kind_are_listed() {
        assertThat(complete(assets().all(AssetClass.US_EQUITY)))
                .extracting(Asset::symbol)
                .contains(AAPL)
                .doesNotContain(BTC_USD);
        assertThat(complete(assets().all(AssetClass.CRYPTO)))
                .extracting(Asset::symbol)
                .contains(BTC_USD)
                .doesNotContain(AAPL);
    }

    @Test
    default void case_29_the_calendar_leaves_out_weekends_and_knows_summer_time() {
        LocalDate friday = LocalDate.parse("2026-03-06");

        assertThat(complete(calendar().days(friday, friday.plusDays(3))))
                .containsExactly(
                        new TradingDay(
                                friday,
                                Instant.parse("2026-03-06T14:30:00Z"),
                                Instant.parse("2026-03-06T21:00:00Z")),
                        new TradingDay(
                                friday.plusDays(3),
                                Instant.parse("2026-03-09T13:30:00Z"),
                                Instant.parse("2026-03-09T20:00:00Z")));
    }

    @Test
    default void case_30_the_worth_of_the_account_is_told_over_time() {
        for (HistorySpan span : HistorySpan.values()) {
            List<PortfolioHistory.Point> points = complete(history().portfolio(span)).points();

            assertThat(points).extracting(PortfolioHistory.Point::from).as("%s", span).isSorted();
        }
    }
}

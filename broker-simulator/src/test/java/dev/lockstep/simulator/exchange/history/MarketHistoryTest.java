package dev.lockstep.simulator.exchange.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.Venue;
import dev.lockstep.simulator.exchange.hours.AlwaysOpen;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.hours.RealHours;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bars of every timeframe are aggregates of shorter ones and end in the live prices. */
@Tag("slow")
class MarketHistoryTest {
    private static final int EVERYTHING = 1_000_000;

    private static Venue venue(long seed, ExchangeHours hours) {
        return new Venue(new ExchangeConfig(seed, 0, true, hours));
    }

    private static BarSeries series(Venue venue, String symbol) {
        return venue.exchange.prices().history(venue.asset(symbol), venue.now);
    }

    private static BarSeries.Range last(Venue venue, Duration time) {
        return new BarSeries.Range(venue.now.minus(time), venue.now, true, EVERYTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "1, AAPL, 5Min",
        "2, AAPL, 59T",
        "3, BTC/USD, 7Min",
        "4, F, 1Hour",
        "5, ABCD, 23H",
        "6, DOGE/USD, 2Hour",
        "7, SPY, 30Min"
    })
    void intraday_bars_are_aggregates_of_minutes(long seed, String symbol, String text) {
        Venue venue = venue(seed, seed % 2 == 0 ? new AlwaysOpen() : new RealHours());
        moveAround(venue, symbol);
        BarSeries series = series(venue, symbol);
        BarTimeframe timeframe = BarTimeframe.parse(text).orElseThrow();
        BarSeries.Range week = last(venue, Duration.ofDays(7));
        List<MarketBar> minutes = series.bars(BarTimeframe.MINUTE, BarAdjustment.RAW, week);
        List<MarketBar> bars = series.bars(timeframe, BarAdjustment.RAW, week);
        Function<Instant, Instant> bucket =
                time -> {
                    LocalDate day = LocalDate.ofInstant(time, series.zone());
                    Instant midnight = day.atStartOfDay(series.zone()).toInstant();
                    long length = Duration.ofMinutes(timeframe.minutes()).toSeconds();
                    long within = Duration.between(midnight, time).toSeconds() / length;
                    return midnight.plusSeconds(within * length);
                };
        List<MarketBar> expected = grouped(minutes, bucket);
        // The range begins within a bar, which is left out.
        assertThat(bars)
                .isNotEmpty()
                .isEqualTo(expected.subList(expected.size() - bars.size(), expected.size()));
        assertThat(expected.size() - bars.size()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, AAPL", "2, MSFT", "3, ETH/USD", "4, XYZ"})
    void days_weeks_and_months_are_aggregates_of_minutes_and_days(long seed, String symbol) {
        Venue venue = venue(seed, new RealHours());
        moveAround(venue, symbol);
        BarSeries series = series(venue, symbol);
        BarSeries.Range weeks = last(venue, Duration.ofDays(40));
        List<MarketBar> days = series.bars(BarTimeframe.DAY, BarAdjustment.RAW, weeks);
        for (MarketBar day : days.subList(1, days.size())) {
            assertThat(day).isEqualTo(fromMinutes(series, day.start(), symbol.contains("/")));
        }
        BarSeries.Range years = last(venue, Duration.ofDays(800));
        List<MarketBar> all = series.bars(BarTimeframe.DAY, BarAdjustment.RAW, years);
        for (String longer : List.of("1Week", "1Month", "3M", "12Month")) {
            BarTimeframe timeframe = BarTimeframe.parse(longer).orElseThrow();
            Function<Instant, Instant> bucket =
                    time ->
                            timeframe
                                    .firstDay(LocalDate.ofInstant(time, series.zone()))
                                    .atStartOfDay(series.zone())
                                    .toInstant();
            List<MarketBar> bars = series.bars(timeframe, BarAdjustment.RAW, years);
            List<MarketBar> expected = grouped(all, bucket);
            assertThat(bars)
                    .isEqualTo(expected.subList(expected.size() - bars.size(), expected.size()));
            assertThat(expected.size() - bars.size()).isLessThanOrEqualTo(1);
        }
    }

    /** Returns a day from its minutes: prices of the session, volume of all hours. */
    private static MarketBar fromMinutes(BarSeries series, Instant midnight, boolean pair) {
        LocalDate day = LocalDate.ofInstant(midnight, series.zone());
        Instant end = day.plusDays(1).atStartOfDay(series.zone()).toInstant().minusNanos(1);
        List<MarketBar> minutes =
                series.bars(
                        BarTimeframe.MINUTE,
                        BarAdjustment.RAW,
                        new BarSeries.Range(midnight, end, true, EVERYTHING));
        LocalTime close = new ExchangeCalendar().close(day);
        List<MarketBar> session =
                minutes.stream()
                        .filter(bar -> {
                            LocalTime time = LocalTime.ofInstant(bar.start(), series.zone());
                            return pair
                                    || (!time.isBefore(ExchangeCalendar.OPEN)
                                            && time.isBefore(close));
                        })
                        .toList();
        MarketBar whole = MarketBar.merge(midnight, minutes);
        return session.isEmpty() ? whole : MarketBar.merge(midnight, session).withVolumeOf(whole);
    }

    private static List<MarketBar> grouped(
            List<MarketBar> bars, Function<Instant, Instant> bucket) {
        Map<Instant, List<MarketBar>> groups = new TreeMap<>();
        bars.forEach(bar ->
                groups.computeIfAbsent(bucket.apply(bar.start()), _ -> new ArrayList<>()).add(bar));
        return groups.entrySet().stream()
                .map(group -> MarketBar.merge(group.getKey(), group.getValue()))
                .toList();
    }

    @Test
    void a_minute_is_the_aggregate_of_its_trades() {
        Venue venue = venue(9, new RealHours());
        moveAround(venue, "AAPL");
        BarSeries series = series(venue, "AAPL");
        BarSeries.Range day = last(venue, Duration.ofDays(1));
        for (MarketBar minute : series.bars(BarTimeframe.MINUTE, BarAdjustment.RAW, day)) {
            BarSeries.Range within =
                    new BarSeries.Range(
                            minute.start(), minute.start().plusSeconds(59), true, EVERYTHING);
            List<MarketTrade> trades = series.trades(within);
            assertThat(trades.getFirst().price()).isEqualByComparingTo(minute.open());
            assertThat(trades.getLast().price()).isEqualByComparingTo(minute.close());
            assertThat(trades).hasSize(Math.toIntExact(minute.trades()));
            assertThat(
                            trades.stream()
                                    .map(MarketTrade::size)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(minute.volume());
            assertThat(
                            trades.stream()
                                    .map(trade -> trade.price().multiply(trade.size()))
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(minute.turnover());
        }
    }

    @Test
    void two_years_of_days_and_the_last_hours_of_minutes_end_in_the_live_walk() {
        Venue venue = venue(3, new AlwaysOpen());
        String symbol = "AAPL";
        for (int minute = 0; minute < 30; minute++) {
            venue.pass(Duration.ofMinutes(1));
            venue.exchange.prices().tick(venue.asset(symbol), venue.now);
        }
        BigDecimal price = venue.exchange.prices().price(venue.asset(symbol));
        venue.pass(Duration.ofMinutes(1));
        BarSeries series = series(venue, symbol);
        List<MarketBar> days =
                series.bars(BarTimeframe.DAY, BarAdjustment.RAW, last(venue, Duration.ofDays(730)));
        assertThat(days).hasSizeBetween(495, 510);
        List<MarketBar> minutes =
                series.bars(
                        BarTimeframe.MINUTE, BarAdjustment.RAW, last(venue, Duration.ofHours(6)));
        assertThat(minutes).hasSize(360);
        assertThat(minutes.getLast().close()).isEqualByComparingTo(price);
        assertThat(days.getLast().close()).isEqualByComparingTo(price);
        MarketBar opening =
                minutes.stream()
                        .filter(bar -> bar.start().equals(Venue.NOON))
                        .findFirst()
                        .orElseThrow();
        MarketBar before = minutes.get(minutes.indexOf(opening) - 1);
        assertThat(before.close())
                .isEqualByComparingTo(opening.open())
                .isEqualByComparingTo("232.15");
    }

    @Test
    void stocks_trade_in_the_extended_sessions_of_trading_days_only() {
        Venue venue = venue(1, new RealHours());
        List<MarketBar> minutes =
                series(venue, "AAPL")
                        .bars(
                                BarTimeframe.MINUTE,
                                BarAdjustment.RAW,
                                last(venue, Duration.ofDays(30)));
        ExchangeCalendar calendar = new ExchangeCalendar();
        assertThat(minutes)
                .allMatch(bar -> {
                    LocalDate day = LocalDate.ofInstant(bar.start(), ExchangeCalendar.NEW_YORK);
                    LocalTime time = LocalTime.ofInstant(bar.start(), ExchangeCalendar.NEW_YORK);
                    return calendar.tradingDay(day)
                            && !time.isBefore(ExchangeCalendar.SESSION_OPEN)
                            && time.isBefore(calendar.sessionClose(day));
                });
    }

    @Test
    void the_seed_decides_the_history() {
        List<MarketBar> one = month(venue(5, new RealHours()));
        assertThat(month(venue(5, new RealHours()))).isEqualTo(one);
        assertThat(month(venue(6, new RealHours()))).isNotEqualTo(one);
    }

    private static List<MarketBar> month(Venue venue) {
        return series(venue, "TSLA")
                .bars(
                        BarTimeframe.parse("1Hour").orElseThrow(),
                        BarAdjustment.RAW,
                        last(venue, Duration.ofDays(30)));
    }

    @Test
    void reading_the_history_changes_no_price() {
        Venue read = venue(5, new AlwaysOpen());
        Venue unread = venue(5, new AlwaysOpen());
        for (Venue venue : List.of(read, unread)) {
            for (int step = 0; step < 5; step++) {
                if (venue == read) {
                    assertThat(month(venue)).isNotEmpty();
                }
                venue.exchange.prices().tick(venue.asset("TSLA"), venue.now);
            }
        }
        assertThat(read.exchange.prices().price(read.asset("TSLA")))
                .isEqualTo(unread.exchange.prices().price(unread.asset("TSLA")));
    }

    @Test
    void a_split_is_a_cliff_in_raw_prices_and_none_in_adjusted_ones() {
        Venue venue = venue(2, new AlwaysOpen());
        venue.pass(Duration.ofMinutes(5));
        venue.exchange
                .corporateActions()
                .split(venue.asset("AAPL"), BigDecimal.ONE, BigDecimal.TEN, venue.now);
        venue.pass(Duration.ofMinutes(5));
        BarSeries series = series(venue, "AAPL");
        BarSeries.Range range = last(venue, Duration.ofMinutes(20));
        List<MarketBar> raw = series.bars(BarTimeframe.MINUTE, BarAdjustment.RAW, range);
        List<MarketBar> adjusted =
                series.bars(BarTimeframe.MINUTE, new BarAdjustment(true, false), range);
        assertThat(raw.getFirst().close()).isGreaterThan(new BigDecimal("200"));
        assertThat(raw.getLast().close()).isLessThan(new BigDecimal("24"));
        assertThat(adjusted).allMatch(bar -> bar.high().compareTo(new BigDecimal("25")) < 0);
        assertThat(adjusted.getFirst().volume())
                .isEqualByComparingTo(raw.getFirst().volume().multiply(BigDecimal.TEN));
        BarSeries.Range day = new BarSeries.Range(Instant.MIN, Instant.MAX, false, 2);
        List<MarketBar> days = series.bars(BarTimeframe.DAY, new BarAdjustment(true, false), day);
        assertThat(days).allMatch(bar -> bar.high().compareTo(new BigDecimal("30")) < 0);
    }

    @Test
    void a_dividend_lowers_earlier_prices_when_requested() {
        Venue venue = venue(2, new AlwaysOpen());
        venue.pass(Duration.ofMinutes(5));
        venue.exchange
                .corporateActions()
                .dividend(venue.asset("AAPL"), new BigDecimal("23.215"), venue.now);
        venue.pass(Duration.ofMinutes(5));
        BarSeries.Range range = last(venue, Duration.ofMinutes(9));
        MarketBar adjusted =
                series(venue, "AAPL")
                        .bars(BarTimeframe.MINUTE, new BarAdjustment(false, true), range)
                        .getFirst();
        assertThat(adjusted.close()).isEqualByComparingTo("208.935");
    }

    @ParameterizedTest
    @CsvSource({
        "1Min, true", "59Min, true", "60Min, false", "0Min, false", "5T, true", "23Hour, true",
        "24H, false", "1Day, true", "1D, true", "2Day, false", "1Week, true", "2W, false",
        "12Month, true", "5M, false", "3M, true", "Min, false", "1Year, false", "-1Min, false"
    })
    void a_timeframe_is_one_of_the_documented_ones(String text, boolean valid) {
        assertThat(BarTimeframe.parse(text).isPresent()).isEqualTo(valid);
    }

    private static void moveAround(Venue venue, String symbol) {
        for (int step = 0; step < 50; step++) {
            venue.pass(Duration.ofSeconds(37));
            venue.exchange.prices().tick(venue.asset(symbol), venue.now);
        }
        venue.pass(Duration.ofMinutes(2));
    }
}

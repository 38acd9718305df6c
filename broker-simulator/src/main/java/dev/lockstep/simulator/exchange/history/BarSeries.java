package dev.lockstep.simulator.exchange.history;

import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.Asset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An asset's bars and trades as of one moment, aggregated on request.
 *
 * <p>Bars of minutes and hours begin at midnight of the asset's day and every so many minutes after
 * it. A day's prices are those of its regular session, its volume that of all hours; weeks and
 * months are aggregates of days. It does not change when the exchange does. Not thread-safe.
 */
public final class BarSeries {
    private static final BarAdjustment SPLITS = new BarAdjustment(true, false);

    private final DaySource days;
    private final List<LedgerEntry.CorporateActionTaken> actions;

    BarSeries(DaySource days, List<LedgerEntry.CorporateActionTaken> actions) {
        this.days = days;
        this.actions = List.copyOf(actions);
    }

    /**
     * Range of a request; both ends are inclusive.
     *
     * @param limit the most items
     */
    public record Range(Instant from, Instant to, boolean ascending, int limit) {}

    /** Returns the time zone by which the days of an asset begin. */
    public static ZoneId zone(Asset asset) {
        return HistoryHours.zone(asset);
    }

    /** Returns the time zone by which days begin. */
    public ZoneId zone() {
        return days.zone();
    }

    /** Returns the bars that start within a range, in its order. */
    public List<MarketBar> bars(BarTimeframe timeframe, BarAdjustment adjustment, Range range) {
        List<MarketBar> bars = new ArrayList<>();
        LocalDate first = later(day(range.from()), days.first());
        LocalDate last = earlier(day(range.to()), days.last());
        LocalDate day = timeframe.firstDay(range.ascending() ? first : last);
        // A period that began before the range is not part of it, but its first day may be.
        LocalDate lowest = timeframe.firstDay(first);
        while (!day.isBefore(lowest) && !day.isAfter(last) && bars.size() < range.limit()) {
            List<MarketBar> found = new ArrayList<>();
            for (MarketBar bar : period(timeframe, adjustment, day)) {
                if (!bar.start().isBefore(range.from()) && !bar.start().isAfter(range.to())) {
                    found.add(bar);
                }
            }
            addAll(bars, found, range);
            day = range.ascending() ? timeframe.nextDay(day) : timeframe.firstDay(day.minusDays(1));
        }
        return bars;
    }

    /** Returns the trades within a range, in its order. */
    public List<MarketTrade> trades(Range range) {
        List<MarketTrade> trades = new ArrayList<>();
        LocalDate first = later(day(range.from()), days.first());
        LocalDate last = earlier(day(range.to()), days.last());
        LocalDate day = range.ascending() ? first : last;
        while (!day.isBefore(first) && !day.isAfter(last) && trades.size() < range.limit()) {
            Optional<DayBars> bars = days.day(day);
            bars.ifPresent(found -> addTrades(trades, found, range));
            day = day.plusDays(range.ascending() ? 1 : -1);
        }
        return trades;
    }

    /** Returns the last complete minute, or the last replayed bar. */
    public Optional<MarketBar> lastMinute() {
        return lastDays(1).stream().findFirst().map(day -> day.merge(day.size() - 1, day.size()));
    }

    /** Returns the bars of the last days that have any, newest first. */
    public List<MarketBar> lastDaily(int count) {
        return bars(
                BarTimeframe.DAY,
                BarAdjustment.RAW,
                new Range(Instant.MIN, Instant.MAX, false, count));
    }

    /** Returns the last daily bar before the day of a time, adjusted for splits. */
    public Optional<MarketBar> previousDaily(Instant now) {
        Instant today = day(now).atStartOfDay(days.zone()).toInstant();
        Range before = new Range(Instant.MIN, today.minusNanos(1), false, 1);
        return bars(BarTimeframe.DAY, SPLITS, before).stream().findFirst();
    }

    private List<DayBars> lastDays(int count) {
        List<DayBars> found = new ArrayList<>();
        LocalDate day = days.last();
        while (!day.isBefore(days.first()) && found.size() < count) {
            days.day(day).ifPresent(found::add);
            day = day.minusDays(1);
        }
        return found;
    }

    private static <T> void addAll(List<T> all, List<T> found, Range range) {
        if (!range.ascending()) {
            Collections.reverse(found);
        }
        int room = Math.min(range.limit() - all.size(), found.size());
        all.addAll(found.subList(0, room));
    }

    private static void addTrades(List<MarketTrade> trades, DayBars bars, Range range) {
        for (int i = 0; i < bars.size() && trades.size() < range.limit(); i++) {
            int index = range.ascending() ? i : bars.size() - 1 - i;
            List<MarketTrade> found = new ArrayList<>();
            for (MarketTrade trade : bars.trades(index)) {
                if (!trade.at().isBefore(range.from()) && !trade.at().isAfter(range.to())) {
                    found.add(trade);
                }
            }
            addAll(trades, found, range);
        }
    }

    private List<MarketBar> period(
            BarTimeframe timeframe, BarAdjustment adjustment, LocalDate day) {
        if (timeframe.intraday()) {
            return days.day(day)
                    .map(bars -> within(timeframe, adjustment, day, bars))
                    .orElse(List.of());
        }
        List<MarketBar> daily = new ArrayList<>();
        LocalDate end = timeframe.nextDay(day);
        for (LocalDate each = day;
                each.isBefore(end) && !each.isAfter(days.last());
                each = each.plusDays(1)) {
            LocalDate date = each;
            days.day(date).ifPresent(bars -> daily.add(daily(adjustment, date, bars)));
        }
        return daily.isEmpty()
                ? List.of()
                : List.of(MarketBar.merge(day.atStartOfDay(days.zone()).toInstant(), daily));
    }

    private List<MarketBar> within(
            BarTimeframe timeframe, BarAdjustment adjustment, LocalDate day, DayBars bars) {
        List<MarketBar> found = new ArrayList<>();
        long midnight = day.atStartOfDay(days.zone()).toEpochSecond();
        long seconds = timeframe.minutes() * 60L;
        int from = 0;
        while (from < bars.size()) {
            long bucket = (bars.start(from).getEpochSecond() - midnight) / seconds;
            Instant start = Instant.ofEpochSecond(midnight + bucket * seconds);
            Instant end = start.plusSeconds(seconds);
            int to = from + 1;
            while (to < bars.size() && bars.start(to).isBefore(end)) {
                to++;
            }
            found.add(merged(adjustment, bars, from, to).startingAt(start));
            from = to;
        }
        return found;
    }

    /** Returns the bar of a day: prices of its session, or of all hours if it has none. */
    private MarketBar daily(BarAdjustment adjustment, LocalDate day, DayBars bars) {
        MarketBar all = merged(adjustment, bars, 0, bars.size());
        boolean session = bars.sessionFrom() < bars.sessionTo();
        MarketBar prices =
                session ? merged(adjustment, bars, bars.sessionFrom(), bars.sessionTo()) : all;
        return prices.withVolumeOf(all).startingAt(day.atStartOfDay(days.zone()).toInstant());
    }

    /** Returns the aggregate, in parts where a corporate action lies between. */
    private MarketBar merged(BarAdjustment adjustment, DayBars bars, int from, int to) {
        if (actions.isEmpty()) {
            return bars.merge(from, to);
        }
        List<MarketBar> parts = new ArrayList<>();
        int start = from;
        while (start < to) {
            BarAdjustment.Factors factors = adjustment.factors(actions, bars.start(start));
            int end = start + 1;
            while (end < to && adjustment.factors(actions, bars.start(end)).equals(factors)) {
                end++;
            }
            parts.add(bars.merge(start, end).adjusted(factors));
            start = end;
        }
        return MarketBar.merge(bars.start(from), parts);
    }

    private LocalDate day(Instant time) {
        if (time.equals(Instant.MIN)) {
            return days.first();
        }
        return time.equals(Instant.MAX) ? days.last() : LocalDate.ofInstant(time, days.zone());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

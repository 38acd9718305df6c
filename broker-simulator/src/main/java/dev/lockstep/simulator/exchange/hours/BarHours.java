package dev.lockstep.simulator.exchange.hours;

import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Bars;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Trading hours of a replayed market. Each New York day is open from its first bar until the end of
 * its last, extended hours included. Crypto trades all the time. After the last bar the real
 * calendar applies.
 */
public final class BarHours implements ExchangeHours {
    private final NavigableMap<Instant, Instant> sessions = new TreeMap<>();
    private final ExchangeHours after = new RealHours();

    /** Derives the hours from the bars of stocks. */
    public BarHours(Bars bars, Predicate<String> stock) {
        NavigableMap<LocalDate, Instant> starts = new TreeMap<>();
        NavigableMap<LocalDate, Instant> ends = new TreeMap<>();
        bars.bySymbol()
                .forEach((symbol, all) -> {
                    if (stock.test(symbol)) {
                        for (Bar bar : all) {
                            LocalDate day =
                                    LocalDate.ofInstant(bar.start(), ExchangeCalendar.NEW_YORK);
                            starts.merge(day, bar.start(), (a, b) -> a.isBefore(b) ? a : b);
                            ends.merge(day, bar.end(), (a, b) -> a.isAfter(b) ? a : b);
                        }
                    }
                });
        starts.forEach((day, start) -> sessions.put(start, ends.get(day)));
    }

    @Override
    public boolean open(AssetClass assetClass, boolean extendedHours, Instant now) {
        if (assetClass == AssetClass.CRYPTO) {
            return true;
        }
        if (over(now)) {
            return after.open(assetClass, extendedHours, now);
        }
        Map.Entry<Instant, Instant> session = sessions.floorEntry(now);
        return session != null && now.isBefore(session.getValue());
    }

    @Override
    public Instant dayEnd(boolean extendedHours, Instant now) {
        return over(now) ? after.dayEnd(extendedHours, now) : clock(now).nextClose();
    }

    @Override
    public boolean takes(TimeInForce auction, Instant now) {
        return true;
    }

    @Override
    public Instant auction(TimeInForce timeInForce, Instant now) {
        Clock clock = clock(now);
        return timeInForce == TimeInForce.OPG ? clock.nextOpen() : clock.nextClose();
    }

    @Override
    public Clock clock(Instant now) {
        boolean open = open(AssetClass.US_EQUITY, false, now);
        Map.Entry<Instant, Instant> next = sessions.higherEntry(now);
        Map.Entry<Instant, Instant> present = sessions.floorEntry(now);
        Instant lastClose = sessions.isEmpty() ? now : sessions.lastEntry().getValue();
        Instant from = now.isBefore(lastClose) ? lastClose : now;
        Instant nextOpen = next == null ? after.clock(from).nextOpen() : next.getKey();
        if (present != null && now.isBefore(present.getValue())) {
            return new Clock(now, open, nextOpen, present.getValue());
        }
        Instant nextClose = next == null ? after.clock(from).nextClose() : next.getValue();
        return new Clock(now, open, nextOpen, nextClose);
    }

    @Override
    public Day day(Instant now) {
        if (over(now)) {
            return after.day(now);
        }
        Map.Entry<Instant, Instant> present = sessions.floorEntry(now);
        if (present != null && now.isBefore(present.getValue())) {
            return new Day(true, MarketPhase.CORE, present.getValue());
        }
        Instant next = sessions.higherKey(now);
        boolean today = sameDay(now, next) || (present != null && sameDay(now, present.getKey()));
        return new Day(today, MarketPhase.CLOSED, next);
    }

    private static boolean sameDay(Instant one, Instant other) {
        return LocalDate.ofInstant(one, ExchangeCalendar.NEW_YORK)
                .equals(LocalDate.ofInstant(other, ExchangeCalendar.NEW_YORK));
    }

    private boolean over(Instant now) {
        return sessions.isEmpty() || !now.isBefore(sessions.lastEntry().getValue());
    }
}

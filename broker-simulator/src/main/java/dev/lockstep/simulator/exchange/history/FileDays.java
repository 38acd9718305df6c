package dev.lockstep.simulator.exchange.history;

import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.ledger.Splits;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Bar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Days of replayed bars that have ended. */
final class FileDays implements DaySource {
    private final ExchangeCalendar calendar = new ExchangeCalendar();
    private final List<Bar> bars;
    private final Splits splits;
    private final boolean crypto;
    private final ZoneId zone;
    private final Instant now;

    /**
     * Creates the source.
     *
     * @param bars all bars that have ended by now, at least one
     */
    FileDays(Splits splits, List<Bar> bars, Instant now) {
        Asset asset = splits.asset();
        this.splits = splits;
        this.bars = bars;
        this.crypto = asset.crypto();
        this.zone = HistoryHours.zone(asset);
        this.now = now;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public LocalDate first() {
        return LocalDate.ofInstant(bars.isEmpty() ? now : bars.getFirst().start(), zone);
    }

    @Override
    public LocalDate last() {
        return LocalDate.ofInstant(bars.isEmpty() ? now : bars.getLast().start(), zone);
    }

    @Override
    public Optional<DayBars> day(LocalDate day) {
        int from = indexOf(day.atStartOfDay(zone).toInstant());
        int to = indexOf(day.plusDays(1).atStartOfDay(zone).toInstant());
        if (from == to) {
            return Optional.empty();
        }
        if (crypto || !calendar.tradingDay(day)) {
            return Optional.of(new FileDay(bars.subList(from, to), splits, 0, to - from));
        }
        int open = Math.max(indexOf(at(day, ExchangeCalendar.OPEN)), from);
        int close = Math.min(indexOf(at(day, calendar.close(day))), to);
        // Daily bars begin at midnight or at the open, depending on their file.
        boolean session = open < close;
        return Optional.of(
                new FileDay(
                        bars.subList(from, to),
                        splits,
                        session ? open - from : 0,
                        session ? close - from : to - from));
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private int indexOf(Instant time) {
        int low = 0;
        int high = bars.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bars.get(middle).start().isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

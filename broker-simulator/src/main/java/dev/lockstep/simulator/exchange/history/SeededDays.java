package dev.lockstep.simulator.exchange.history;

import dev.lockstep.simulator.exchange.market.LiveMinutes;
import dev.lockstep.simulator.exchange.market.MinuteRange;
import dev.lockstep.simulator.exchange.model.Asset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days of seeded prices. They end with the asset's reference price in the minute in which the
 * exchange opened; from then on they are the live prices.
 */
final class SeededDays implements DaySource {
    /** Length of the history before the exchange opened. */
    static final int HISTORY_YEARS = 10;

    private static final int VALUES = 4;

    private final Asset asset;
    private final SeededPath path;
    private final HistoryHours hours;
    private final MinuteRange[] live;
    private final int openingMinute;
    private final int nowMinute;
    private final LocalDate openingDay;
    private final LocalDate first;
    private final LocalDate last;
    private double @Nullable [] closes;

    SeededDays(Asset asset, long seed, HistoryHours hours, MinuteRange[] live, Instant now) {
        this.asset = asset;
        this.path = new SeededPath(asset, seed);
        this.hours = hours;
        this.live = live.clone();
        this.openingMinute = HistoryHours.minute(hours.opening());
        this.nowMinute = HistoryHours.minute(now);
        this.openingDay = LocalDate.ofInstant(hours.opening(), zone());
        this.first = openingDay.minusYears(HISTORY_YEARS);
        this.last = LocalDate.ofInstant(now, zone());
    }

    @Override
    public ZoneId zone() {
        return HistoryHours.zone(asset);
    }

    @Override
    public LocalDate first() {
        return first;
    }

    @Override
    public LocalDate last() {
        return last;
    }

    @Override
    public Optional<DayBars> day(LocalDate day) {
        if (day.isBefore(first) || day.isAfter(last)) {
            return Optional.empty();
        }
        return hours.of(asset, day).flatMap(minutes -> day(day, minutes));
    }

    private Optional<DayBars> day(LocalDate day, HistoryHours.Minutes minutes) {
        int end = Math.min(minutes.end(), nowMinute);
        int seededEnd = Math.min(end, openingMinute);
        MinuteDay before = seededEnd > minutes.first() ? seeded(day, minutes, seededEnd) : null;
        int liveFrom = Math.max(minutes.first(), openingMinute);
        MinuteDay after = end > liveFrom ? live(minutes, liveFrom, end) : null;
        if (before == null || after == null) {
            return Optional.ofNullable(before == null ? after : before);
        }
        return Optional.of(before.and(after, minutes.open(), minutes.close()));
    }

    private MinuteDay seeded(LocalDate day, HistoryHours.Minutes minutes, int end) {
        int index = Math.toIntExact(openingDay.toEpochDay() - day.toEpochDay());
        double[] all = closes();
        return path.day(day, minutes, end, all[index + 1], all[index]);
    }

    /**
     * Returns the closes by the number of days before the opening day, in millionths of a dollar;
     * on a day without trading that of the day before.
     */
    private double[] closes() {
        if (closes == null) {
            int days = Math.toIntExact(openingDay.toEpochDay() - first.toEpochDay()) + 2;
            double[] all = new double[days];
            all[0] = LiveMinutes.millionths(asset.referencePrice());
            for (int back = 1; back < days; back++) {
                LocalDate day = openingDay.minusDays(back - 1L);
                boolean traded = back == 1 ? tradedBeforeOpening() : hours.trades(asset, day);
                all[back] =
                        traded ? all[back - 1] / StrictMath.exp(path.dayMove(day)) : all[back - 1];
            }
            closes = all;
        }
        return closes;
    }

    private boolean tradedBeforeOpening() {
        return hours.of(asset, openingDay)
                .filter(minutes -> minutes.first() < openingMinute)
                .isPresent();
    }

    /** Returns live minutes; one without a move shows the price of the minute before. */
    private MinuteDay live(HistoryHours.Minutes minutes, int from, int end) {
        int next = indexFrom(from);
        long price = next > 0 ? live[next - 1].close() : beforeFirstMove();
        long[] prices = new long[(end - from) * VALUES];
        long[] volumes = new long[end - from];
        for (int i = 0; i < volumes.length; i++) {
            int minute = from + i;
            boolean moved = next < live.length && live[next].minute() == minute;
            MinuteRange range =
                    moved ? live[next] : new MinuteRange(minute, price, price, price, price);
            next += moved ? 1 : 0;
            price = range.close();
            prices[i * VALUES] = range.open();
            prices[i * VALUES + 1] = range.high();
            prices[i * VALUES + 2] = range.low();
            prices[i * VALUES + 3] = range.close();
            boolean quiet = minute < minutes.open() || minute >= minutes.close();
            volumes[i] = path.volume(range.high(), minute, quiet);
        }
        return new MinuteDay(
                from,
                Math.clamp((long) minutes.open() - from, 0, volumes.length),
                Math.clamp((long) minutes.close() - from, 0, volumes.length),
                prices,
                volumes,
                path.volumeScale());
    }

    private long beforeFirstMove() {
        return live.length == 0 ? LiveMinutes.millionths(asset.referencePrice()) : live[0].open();
    }

    private int indexFrom(int minute) {
        int low = 0;
        int high = live.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (live[middle].minute() < minute) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

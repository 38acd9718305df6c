package dev.lockstep.simulator.exchange.market;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The minutes in which a live price moved. When there are too many, the symbol that moves loses its
 * older half: such a minute then shows the price of the one before it.
 */
public final class LiveMinutes {
    /** Maximum number of minutes of all symbols together. */
    static final int MAX_MINUTES = 500_000;

    private static final int PRICE_SCALE_DIGITS = 6;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final BigDecimal MAX_PRICE_DOLLARS = new BigDecimal("100000000");
    private static final int FIRST_CAPACITY_MINUTES = 16;

    private final Map<String, Series> bySymbol = new HashMap<>();
    private final Set<String> ignored = new TreeSet<>();
    private int minutes;

    /** Minutes of one symbol, oldest first. */
    private static final class Series {
        private MinuteRange[] ranges = new MinuteRange[FIRST_CAPACITY_MINUTES];
        private int size;

        MinuteRange last() {
            return ranges[size - 1];
        }

        void add(MinuteRange range) {
            if (size == ranges.length) {
                ranges = Arrays.copyOf(ranges, size * 2);
            }
            ranges[size] = range;
            size++;
        }

        int dropOlderHalf() {
            int dropped = size / 2;
            System.arraycopy(ranges, dropped, ranges, 0, size - dropped);
            Arrays.fill(ranges, size - dropped, size, null);
            size -= dropped;
            return dropped;
        }
    }

    /** Excludes symbols whose prices are known otherwise. */
    public void ignore(Set<String> symbols) {
        ignored.addAll(symbols);
    }

    /** Returns a copy of a symbol's minutes, oldest first. */
    public MinuteRange[] of(String symbol) {
        Series series = bySymbol.get(symbol);
        return series == null ? new MinuteRange[0] : Arrays.copyOf(series.ranges, series.size);
    }

    /** Records a price move. */
    void moved(String symbol, BigDecimal from, BigDecimal to, Instant at) {
        if (ignored.contains(symbol)) {
            return;
        }
        Series series = bySymbol.computeIfAbsent(symbol, _ -> new Series());
        int minute = minute(at);
        long price = millionths(to);
        if (series.size > 0 && series.last().minute() >= minute) {
            MinuteRange last = series.last();
            series.ranges[series.size - 1] =
                    new MinuteRange(
                            last.minute(),
                            last.open(),
                            Math.max(last.high(), price),
                            Math.min(last.low(), price),
                            price);
            return;
        }
        if (minutes >= MAX_MINUTES) {
            minutes -= series.dropOlderHalf();
        }
        long open = millionths(from);
        series.add(
                new MinuteRange(minute, open, Math.max(open, price), Math.min(open, price), price));
        minutes++;
    }

    /**
     * Records the price after a split, which was no trade: the minute shows the new price alone,
     * the minute before it the old one.
     */
    void reset(String symbol, BigDecimal from, BigDecimal to, Instant at) {
        if (of(symbol).length == 0) {
            moved(symbol, from, from, at.minusSeconds(SECONDS_PER_MINUTE));
        }
        moved(symbol, to, to, at);
        Series series = bySymbol.get(symbol);
        if (series != null) {
            long price = millionths(to);
            series.ranges[series.size - 1] =
                    new MinuteRange(series.last().minute(), price, price, price, price);
        }
    }

    /** Returns a price in millionths of a dollar, within the bounds of the history. */
    public static long millionths(BigDecimal dollars) {
        return dollars.min(MAX_PRICE_DOLLARS)
                .setScale(PRICE_SCALE_DIGITS, RoundingMode.HALF_UP)
                .unscaledValue()
                .max(BigInteger.ONE)
                .longValueExact();
    }

    private static int minute(Instant at) {
        return Math.clamp(
                Math.floorDiv(at.getEpochSecond(), SECONDS_PER_MINUTE),
                -Integer.MAX_VALUE,
                Integer.MAX_VALUE);
    }
}

package dev.lockstep.simulator.exchange.history;

import dev.lockstep.simulator.exchange.model.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One-minute bars of a day, in primitive arrays since a request may need a million of them. A
 * minute has four trades: at its open, its two extremes and its close.
 */
final class MinuteDay implements DayBars {
    static final int PRICE_SCALE_DIGITS = 6;
    static final int TRADES_PER_MINUTE = 4;
    static final int SECONDS_PER_MINUTE = 60;

    private static final int VALUES = 4;
    private static final int OPEN = 0;
    private static final int HIGH = 1;
    private static final int LOW = 2;
    private static final int CLOSE = 3;

    private final int firstMinute;
    private final int sessionFrom;
    private final int sessionTo;
    private final long[] prices;
    private final long[] volumes;
    private final int volumeScale;

    /**
     * Creates a day, which keeps the arrays.
     *
     * @param firstMinute the first minute, counted from the epoch
     * @param prices for each minute open, high, low and close in millionths of a dollar
     * @param volumes for each minute the quantity in the given unit
     * @param volumeScale the decimals of the quantity
     */
    MinuteDay(
            int firstMinute,
            int sessionFrom,
            int sessionTo,
            long[] prices,
            long[] volumes,
            int volumeScale) {
        this.firstMinute = firstMinute;
        this.sessionFrom = sessionFrom;
        this.sessionTo = sessionTo;
        this.prices = prices;
        this.volumes = volumes;
        this.volumeScale = volumeScale;
    }

    /**
     * Returns both parts of a day as one.
     *
     * @param later the minutes that follow at once
     * @param open the first minute of the regular session
     * @param close the minute after its last one
     */
    MinuteDay and(MinuteDay later, int open, int close) {
        int count = size() + later.size();
        long[] allPrices = Arrays.copyOf(prices, count * VALUES);
        long[] allVolumes = Arrays.copyOf(volumes, count);
        System.arraycopy(later.prices, 0, allPrices, prices.length, later.prices.length);
        System.arraycopy(later.volumes, 0, allVolumes, volumes.length, later.volumes.length);
        return new MinuteDay(
                firstMinute,
                Math.clamp((long) open - firstMinute, 0, count),
                Math.clamp((long) close - firstMinute, 0, count),
                allPrices,
                allVolumes,
                volumeScale);
    }

    @Override
    public int sessionFrom() {
        return sessionFrom;
    }

    @Override
    public int sessionTo() {
        return sessionTo;
    }

    @Override
    public int size() {
        return volumes.length;
    }

    @Override
    public Instant start(int index) {
        return Instant.ofEpochSecond((long) (firstMinute + index) * SECONDS_PER_MINUTE);
    }

    @Override
    public MarketBar merge(int from, int to) {
        long high = Long.MIN_VALUE;
        long low = Long.MAX_VALUE;
        long volume = 0;
        long turnover = 0;
        for (int i = from; i < to; i++) {
            high = Math.max(high, value(i, HIGH));
            low = Math.min(low, value(i, LOW));
            volume += volumes[i];
            turnover += turnover(i);
        }
        return new MarketBar(
                start(from),
                price(value(from, OPEN)),
                price(high),
                price(low),
                price(value(to - 1, CLOSE)),
                BigDecimal.valueOf(volume, volumeScale),
                (long) (to - from) * TRADES_PER_MINUTE,
                BigDecimal.valueOf(turnover, PRICE_SCALE_DIGITS + volumeScale));
    }

    @Override
    public List<MarketTrade> trades(int index) {
        boolean rose = value(index, CLOSE) >= value(index, OPEN);
        int[] order =
                rose ? new int[] {OPEN, LOW, HIGH, CLOSE} : new int[] {OPEN, HIGH, LOW, CLOSE};
        long quarter = volumes[index] / TRADES_PER_MINUTE;
        List<MarketTrade> trades = new ArrayList<>(TRADES_PER_MINUTE);
        for (int i = 0; i < TRADES_PER_MINUTE; i++) {
            boolean last = i == TRADES_PER_MINUTE - 1;
            long size = last ? volumes[index] - quarter * (TRADES_PER_MINUTE - 1) : quarter;
            trades.add(
                    new MarketTrade(
                            start(index)
                                    .plusSeconds((long) i * SECONDS_PER_MINUTE / TRADES_PER_MINUTE),
                            (long) (firstMinute + index) * TRADES_PER_MINUTE + i,
                            price(value(index, order[i])),
                            BigDecimal.valueOf(size, volumeScale)));
        }
        return trades;
    }

    private long turnover(int index) {
        long quarter = volumes[index] / TRADES_PER_MINUTE;
        long last = volumes[index] - quarter * (TRADES_PER_MINUTE - 1);
        return quarter * (value(index, OPEN) + value(index, HIGH) + value(index, LOW))
                + last * value(index, CLOSE);
    }

    private long value(int index, int which) {
        return prices[index * VALUES + which];
    }

    private static BigDecimal price(long millionths) {
        return Decimals.plain(BigDecimal.valueOf(millionths, PRICE_SCALE_DIGITS));
    }
}

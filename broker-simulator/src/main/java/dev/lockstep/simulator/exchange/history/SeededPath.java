package dev.lockstep.simulator.exchange.history;

import dev.lockstep.simulator.exchange.model.Asset;
import java.time.LocalDate;

/**
 * Seeded prices and volumes of an asset: a hash of the seed, the symbol and the day or minute, so
 * that the same request has the same answer without stored bars. It draws no number that the
 * exchange draws.
 */
final class SeededPath {
    private static final double STOCK_DAILY_MOVE = 0.009;
    private static final double STOCK_MORE_DAILY_MOVE = 0.014;
    private static final double CRYPTO_DAILY_MOVE = 0.028;
    private static final double OVERNIGHT_SHARE = 0.35;
    private static final double MINUTE_SHARE = 1.1;
    private static final double NORMALIZE_FOUR = 1.7320508;
    private static final double WICK_SHARE = 0.35;
    private static final double QUIET_SHARE = 0.03;
    private static final long STOCK_DOLLARS_A_MINUTE = 400_000;
    private static final long CRYPTO_DOLLARS_A_MINUTE = 30_000;
    private static final long LARGEST_TURNOVER = 1L << 52;
    private static final int CRYPTO_VOLUME_SCALE_DIGITS = 4;
    private static final int VALUES = 4;
    private static final long DOLLAR = 1_000_000;
    private static final long CENT = 10_000;
    private static final long SUB_DOLLAR_TICK = 100;

    private final Asset asset;
    private final long seed;
    private final double dailyMove;

    /**
     * Creates the prices of an asset.
     *
     * @param seed the seed of the exchange
     */
    SeededPath(Asset asset, long seed) {
        this.asset = asset;
        this.seed = mix(mix(seed ^ 0x4d41524b45544441L) + asset.symbol().hashCode());
        double share = unit(mix(this.seed ^ 1));
        this.dailyMove =
                asset.crypto()
                        ? CRYPTO_DAILY_MOVE
                        : STOCK_DAILY_MOVE + share * STOCK_MORE_DAILY_MOVE;
    }

    /** Returns the logarithm of a day's close divided by the close before it. */
    double dayMove(LocalDate day) {
        long bits = mix(seed + day.toEpochDay() * 2);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += ((bits >>> (16 * i)) & 0xFFFF) / 65_536.0;
        }
        return (sum - 2) * NORMALIZE_FOUR * dailyMove;
    }

    /** Returns the typical logarithm of a day's move. */
    double dailyMove() {
        return dailyMove;
    }

    /** Returns the number of decimals of volumes. */
    int volumeScale() {
        return asset.crypto() ? CRYPTO_VOLUME_SCALE_DIGITS : 0;
    }

    /**
     * Returns the minutes of a day or of its beginning.
     *
     * @param hours the trading minutes of the day
     * @param end the minute before which they end
     * @param before the price before the day, in millionths of a dollar
     * @param close the price at their end
     */
    MinuteDay day(LocalDate day, HistoryHours.Minutes hours, int end, double before, double close) {
        int count = end - hours.first();
        long daySeed = mix(seed + day.toEpochDay() * 2 + 1);
        double open = before + (close - before) * OVERNIGHT_SHARE;
        double step = close * dailyMove * MINUTE_SHARE / StrictMath.sqrt(Math.max(count, 1));
        double[] noise = new double[count + 1];
        for (int i = 0; i < count; i++) {
            noise[i + 1] = noise[i] + (unit(mix(daySeed + i)) - 0.5) * 2 * step;
        }
        long[] prices = new long[count * VALUES];
        long[] volumes = new long[count];
        long last = rounded(open);
        for (int i = 0; i < count; i++) {
            double along = (double) (i + 1) / count;
            long next =
                    rounded(open + (close - open) * along + noise[i + 1] - along * noise[count]);
            long bits = mix(daySeed + i) * 0x9E3779B97F4A7C15L;
            put(prices, i, last, next, step * WICK_SHARE, bits);
            boolean quiet = hours.first() + i < hours.open() || hours.first() + i >= hours.close();
            volumes[i] = volume(prices[i * VALUES + 1], bits, quiet);
            last = next;
        }
        return new MinuteDay(
                hours.first(),
                Math.clamp((long) hours.open() - hours.first(), 0, count),
                Math.clamp((long) hours.close() - hours.first(), 0, count),
                prices,
                volumes,
                volumeScale());
    }

    /** Returns the volume of a minute, at least one unit for each of its trades. */
    long volume(long price, int minute, boolean quiet) {
        return volume(price, mix(seed ^ (0x5EEDL + minute)), quiet);
    }

    /** Returns a price rounded to the increment of its asset, in millionths of a dollar. */
    private static long rounded(double millionths) {
        long price = Math.round(millionths);
        long tick = price < DOLLAR ? SUB_DOLLAR_TICK : CENT;
        return Math.max(Math.round((double) price / tick) * tick, tick);
    }

    private static void put(
            long[] prices, int index, long open, long close, double wick, long bits) {
        double up = wick * ((bits >>> 8) & 0xFF) / 256.0;
        double down = wick * ((bits >>> 16) & 0xFF) / 256.0;
        prices[index * VALUES] = open;
        prices[index * VALUES + 1] = rounded(Math.max(open, close) + up);
        prices[index * VALUES + 2] = rounded(Math.min(open, close) - down);
        prices[index * VALUES + 3] = close;
    }

    private long volume(long price, long bits, boolean quiet) {
        double dollars = asset.crypto() ? CRYPTO_DOLLARS_A_MINUTE : STOCK_DOLLARS_A_MINUTE;
        double share =
                (0.2 + 1.6 * ((bits >>> 24) & 0xFFFF) / 65_536.0) * (quiet ? QUIET_SHARE : 1);
        double scale = asset.crypto() ? 10_000.0 : 1.0;
        long wanted = (long) (dollars * share * scale * 1_000_000.0 / price);
        return Math.max(Math.min(wanted, LARGEST_TURNOVER / price), MinuteDay.TRADES_PER_MINUTE);
    }

    private static double unit(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }

    /** Applies the finalizer of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

package dev.lockstep.simulator.exchange;

/**
 * How an exchange behaves.
 *
 * @param partialFillMillionths how often, in millionths, an order trades in part first
 * @param walking whether prices move by themselves; otherwise only by hand
 * @param bars what prices follow in place of a walk, where there are any
 * @param maxOrders the most orders that are kept, closed ones among them; what comes after is
 *     refused, unless it closes a position
 */
public record ExchangeConfig(
        long seed,
        int partialFillMillionths,
        boolean walking,
        TradingHours hours,
        Bars bars,
        int maxOrders) {
    /** More than any machine of today has memory for. */
    public static final int MAX_ORDERS = 5_000_000;

    public ExchangeConfig {
        if (partialFillMillionths < 0 || partialFillMillionths > Dice.MILLIONTHS) {
            throw new IllegalArgumentException(
                    "partialFillMillionths: "
                            + partialFillMillionths
                            + " (expected: 0 to 1,000,000)");
        }
        if (maxOrders < 1 || maxOrders > MAX_ORDERS) {
            throw new IllegalArgumentException(
                    "maxOrders: " + maxOrders + " (expected: 1 to " + MAX_ORDERS + ")");
        }
    }

    /** A market whose prices follow no bars. */
    public ExchangeConfig(
            long seed, int partialFillMillionths, boolean walking, TradingHours hours) {
        this(seed, partialFillMillionths, walking, hours, Bars.NONE, MAX_ORDERS);
    }

    /** A market that is always open and fills whole orders. */
    public static ExchangeConfig plain(long seed) {
        return new ExchangeConfig(seed, 0, true, new AlwaysOpen());
    }
}

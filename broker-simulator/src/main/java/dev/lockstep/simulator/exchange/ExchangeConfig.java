package dev.lockstep.simulator.exchange;

/**
 * How an exchange behaves.
 *
 * @param partialFillMillionths how often, in millionths, an order trades in part first
 * @param walking whether prices move by themselves; otherwise only by hand
 * @param bars what prices follow in place of a walk, where there are any
 */
public record ExchangeConfig(
        long seed, int partialFillMillionths, boolean walking, TradingHours hours, Bars bars) {
    public ExchangeConfig {
        if (partialFillMillionths < 0 || partialFillMillionths > Dice.MILLIONTHS) {
            throw new IllegalArgumentException(
                    "partialFillMillionths: "
                            + partialFillMillionths
                            + " (expected: 0 to 1,000,000)");
        }
    }

    /** A market whose prices follow no bars. */
    public ExchangeConfig(
            long seed, int partialFillMillionths, boolean walking, TradingHours hours) {
        this(seed, partialFillMillionths, walking, hours, Bars.NONE);
    }

    /** A market that is always open and fills whole orders. */
    public static ExchangeConfig plain(long seed) {
        return new ExchangeConfig(seed, 0, true, new AlwaysOpen());
    }
}

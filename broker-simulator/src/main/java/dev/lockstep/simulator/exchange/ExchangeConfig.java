package dev.lockstep.simulator.exchange;

/**
 * How an exchange behaves.
 *
 * @param partialFillMillionths how often, in millionths, an order trades in part first
 * @param walking whether prices move by themselves; otherwise only by hand
 */
public record ExchangeConfig(
        long seed, int partialFillMillionths, boolean walking, TradingHours hours) {
    public ExchangeConfig {
        if (partialFillMillionths < 0 || partialFillMillionths > Dice.MILLIONTHS) {
            throw new IllegalArgumentException(
                    "partialFillMillionths: "
                            + partialFillMillionths
                            + " (expected: 0 to 1,000,000)");
        }
    }

    /** A market that is always open and fills whole orders. */
    public static ExchangeConfig plain(long seed) {
        return new ExchangeConfig(seed, 0, true, new AlwaysOpen());
    }
}

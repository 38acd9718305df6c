package dev.lockstep.simulator.exchange.market;

import dev.lockstep.simulator.exchange.hours.AlwaysOpen;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.model.Bars;
import java.util.Set;

/**
 * Configuration of an exchange.
 *
 * @param partialFillMillionths probability, in millionths, that an order first fills in part
 * @param walking whether prices follow a random walk; otherwise they change only when set
 * @param bars the bars that prices follow instead of a walk
 * @param past whether the market is one of the past: orders do not move its prices, and with bars
 *     it lists only their symbols
 * @param maxOrders maximum number of stored orders, closed ones included; further orders are
 *     rejected unless they close a position
 */
public record ExchangeConfig(
        long seed,
        int partialFillMillionths,
        boolean walking,
        ExchangeHours hours,
        Bars bars,
        boolean past,
        int maxOrders) {
    /** Upper limit of {@code maxOrders}, beyond the memory of current machines. */
    public static final int MAX_ORDERS = 5_000_000;

    public ExchangeConfig {
        if (partialFillMillionths < 0 || partialFillMillionths > SeededRandom.MILLIONTHS) {
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

    /** Returns the symbols that the market lists; empty for every one. */
    public Set<String> symbols() {
        return past ? bars.bySymbol().keySet() : Set.of();
    }

    /** Creates the configuration of a market whose prices follow no bars. */
    public ExchangeConfig(
            long seed, int partialFillMillionths, boolean walking, ExchangeHours hours) {
        this(seed, partialFillMillionths, walking, hours, Bars.NONE, false, MAX_ORDERS);
    }

    /** Creates the configuration of a market that is always open and fills whole orders. */
    public static ExchangeConfig plain(long seed) {
        return new ExchangeConfig(seed, 0, true, new AlwaysOpen());
    }
}

package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When a price lets an order trade, and at what price. */
final class Crossing {
    private static final BigDecimal CHEAP_BELOW_DOLLARS = new BigDecimal("50");
    private static final BigDecimal CHEAP_STOP_COLLAR = new BigDecimal("1.04");
    private static final BigDecimal STOP_COLLAR = new BigDecimal("1.025");

    private Crossing() {}

    /** Whether the order trades at whatever the price is. */
    static boolean atAnyPrice(Order order) {
        return switch (order.terms().type()) {
            case MARKET -> order.collar() == null;
            case STOP -> order.readiness() == Readiness.TRIGGERED && limit(order) == null;
            case TRAILING_STOP -> order.readiness() == Readiness.TRIGGERED;
            case LIMIT, STOP_LIMIT -> false;
        };
    }

    /** Whether the order still sleeps until its stop price. */
    static boolean waitsForStop(Order order) {
        return order.terms().type().hasStop() && order.readiness() != Readiness.TRIGGERED;
    }

    /** The price at which the order wakes: its stop, then its limit. */
    static BigDecimal wakePrice(Order order) {
        return Objects.requireNonNull(
                waitsForStop(order) ? order.terms().stopPrice() : limit(order));
    }

    /**
     * The price beyond which the order does not trade, if there is one. The venue makes a stop to
     * buy a stop-limit of its own, and sets a collar to a market order for a pair, so that a thin
     * market does not fill it at any price.
     */
    static @Nullable BigDecimal limit(Order order) {
        Terms terms = order.terms();
        BigDecimal stop = terms.stopPrice();
        if (terms.type() == OrderType.STOP && terms.side() == Side.BUY && stop != null) {
            BigDecimal collar =
                    stop.compareTo(CHEAP_BELOW_DOLLARS) < 0 ? CHEAP_STOP_COLLAR : STOP_COLLAR;
            return stop.multiply(collar);
        }
        return terms.type().hasLimit() ? terms.limitPrice() : order.collar();
    }

    /** Whether a sleeping stop is reached. */
    static boolean reachesStop(Order order, BigDecimal price) {
        int beyond = price.compareTo(Objects.requireNonNull(order.terms().stopPrice()));
        return order.terms().side() == Side.BUY ? beyond >= 0 : beyond <= 0;
    }

    /** Whether an awake order can trade. */
    static boolean trades(Order order, BigDecimal price) {
        BigDecimal limit = limit(order);
        if (limit == null) {
            return true;
        }
        int beyond = price.compareTo(limit);
        return order.terms().side() == Side.BUY ? beyond <= 0 : beyond >= 0;
    }

    /** An order that arrives takes the market's price; one that rested gets its own limit. */
    static BigDecimal fillPrice(Order order, BigDecimal price, boolean arriving) {
        BigDecimal limit = order.terms().limitPrice();
        return arriving || limit == null || !order.terms().type().hasLimit() ? price : limit;
    }
}

package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.util.Objects;

/** When a price lets an order trade, and at what price. */
final class Crossing {
    private Crossing() {}

    /** Whether the order trades at whatever the price is. */
    static boolean atAnyPrice(Order order) {
        return switch (order.terms().type()) {
            case MARKET -> true;
            case STOP, TRAILING_STOP -> order.readiness() == Readiness.TRIGGERED;
            case LIMIT, STOP_LIMIT -> false;
        };
    }

    /** Whether the order still sleeps until its stop price. */
    static boolean waitsForStop(Order order) {
        return order.terms().type().hasStop() && order.readiness() != Readiness.TRIGGERED;
    }

    /** The price at which the order wakes: its stop, then its limit. */
    static BigDecimal wakePrice(Order order) {
        Terms terms = order.terms();
        return Objects.requireNonNull(waitsForStop(order) ? terms.stopPrice() : terms.limitPrice());
    }

    /** Whether a sleeping stop is reached. */
    static boolean reachesStop(Order order, BigDecimal price) {
        int beyond = price.compareTo(Objects.requireNonNull(order.terms().stopPrice()));
        return order.terms().side() == Side.BUY ? beyond >= 0 : beyond <= 0;
    }

    /** Whether an awake order can trade. */
    static boolean trades(Order order, BigDecimal price) {
        if (!order.terms().type().hasLimit()) {
            return true;
        }
        int beyond = price.compareTo(Objects.requireNonNull(order.terms().limitPrice()));
        return order.terms().side() == Side.BUY ? beyond <= 0 : beyond >= 0;
    }

    /** An order that arrives takes the market's price; one that rested gets its own limit. */
    static BigDecimal fillPrice(Order order, BigDecimal price, boolean arriving) {
        BigDecimal limit = order.terms().limitPrice();
        return arriving || limit == null || !order.terms().type().hasLimit() ? price : limit;
    }
}

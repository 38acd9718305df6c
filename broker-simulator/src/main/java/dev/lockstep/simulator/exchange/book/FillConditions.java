package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderTerms;
import dev.lockstep.simulator.exchange.model.OrderType;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.TriggerState;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Conditions under which a price fills an order. */
public final class FillConditions {
    private static final BigDecimal CHEAP_BELOW_DOLLARS = new BigDecimal("50");
    private static final BigDecimal CHEAP_STOP_COLLAR = new BigDecimal("1.04");
    private static final BigDecimal STOP_COLLAR = new BigDecimal("1.025");

    private FillConditions() {}

    /** Returns whether the order fills at any price. */
    static boolean atAnyPrice(Order order) {
        return switch (order.terms().type()) {
            case MARKET -> order.collar() == null;
            case STOP -> order.readiness() == TriggerState.TRIGGERED && limit(order) == null;
            case TRAILING_STOP -> order.readiness() == TriggerState.TRIGGERED;
            case LIMIT, STOP_LIMIT -> false;
        };
    }

    /** Returns whether the order waits for its stop price. */
    public static boolean waitsForStop(Order order) {
        return order.terms().type().hasStop() && order.readiness() != TriggerState.TRIGGERED;
    }

    /** Returns the price that triggers the order: its stop price, then its limit price. */
    static BigDecimal wakePrice(Order order) {
        return Objects.requireNonNull(
                waitsForStop(order) ? order.terms().stopPrice() : limit(order));
    }

    /**
     * Returns the price beyond which the order does not fill, or null. Like Alpaca, the exchange
     * treats a stop order to buy as a stop-limit order, and puts a collar on a market order for a
     * crypto pair, so that a thin market does not fill it at any price.
     */
    static @Nullable BigDecimal limit(Order order) {
        OrderTerms terms = order.terms();
        BigDecimal stop = terms.stopPrice();
        if (terms.type() == OrderType.STOP && terms.side() == Side.BUY && stop != null) {
            BigDecimal collar =
                    stop.compareTo(CHEAP_BELOW_DOLLARS) < 0 ? CHEAP_STOP_COLLAR : STOP_COLLAR;
            return stop.multiply(collar);
        }
        return terms.type().hasLimit() ? terms.limitPrice() : order.collar();
    }

    /** Returns whether a price reaches the stop of an untriggered order. */
    public static boolean reachesStop(Order order, BigDecimal price) {
        int beyond = price.compareTo(Objects.requireNonNull(order.terms().stopPrice()));
        return order.terms().side() == Side.BUY ? beyond >= 0 : beyond <= 0;
    }

    /** Returns whether a price fills a triggered order. */
    public static boolean trades(Order order, BigDecimal price) {
        BigDecimal limit = limit(order);
        if (limit == null) {
            return true;
        }
        int beyond = price.compareTo(limit);
        return order.terms().side() == Side.BUY ? beyond <= 0 : beyond >= 0;
    }
}

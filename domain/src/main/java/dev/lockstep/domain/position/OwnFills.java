package dev.lockstep.domain.position;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The trades that a new version of an order adds to those of its chain of replacements. */
public final class OwnFills {
    private OwnFills() {}

    /**
     * Returns the difference between two states of a chain.
     *
     * @param before the chain without the new version: with the version before it, or without the
     *     order
     * @param after the chain with the new version
     * @param changed the new version
     */
    public static DayTrades between(List<Order> before, List<Order> after, Order changed) {
        OwnTrades earlier = new OwnTrades(before);
        OwnTrades later = new OwnTrades(after);
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal dollars = BigDecimal.ZERO;
        for (Order order : after) {
            quantity = quantity.add(later.qty(order).value());
            dollars = dollars.add(later.value(order).value());
        }
        for (Order order : before) {
            quantity = quantity.subtract(earlier.qty(order).value());
            dollars = dollars.subtract(earlier.value(order).value());
        }
        boolean buy = changed.terms().side() == Side.BUY;
        return new DayTrades(
                DayTrades.dayOf(Timeline.time(changed)),
                new NetQuantity(buy ? quantity : quantity.negate()),
                new Money(buy ? dollars.negate() : dollars));
    }

    /**
     * Returns the trades of a strategy's part that an order has closed which left the account flat.
     *
     * @param closing the order, at whose average price the part was closed
     * @param more the change of the part
     */
    public static DayTrades closed(Order closing, NetQuantity more) {
        Price price = closing.avgPx();
        return new DayTrades(
                more.flat() ? LocalDate.EPOCH : DayTrades.dayOf(Timeline.time(closing)),
                more,
                price == null
                        ? Money.ZERO
                        : new Money(price.value().multiply(more.value()).negate()));
    }
}

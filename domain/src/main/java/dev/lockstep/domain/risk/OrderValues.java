package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of open orders on one side of an instrument, in the worst case. */
final class OrderValues {
    private final Collection<WorkingOrder> orders;

    OrderValues(List<WorkingOrder> ofSide) {
        Map<OrderId, WorkingOrder> largest = new HashMap<>();
        ofSide.forEach(order -> largest.merge(order.countedAs(), order, OrderValues::larger));
        this.orders = largest.values();
    }

    /** Returns whether the orders alone say what they cost at most: buys with a limit. */
    boolean limited(Side side) {
        return orders.stream()
                .allMatch(order ->
                        order.amount() instanceof OrderAmount.ByCash
                                || (side == Side.BUY && order.limitPrice() != null));
    }

    /** Returns what all of them cost at most; without a market price only if they are limited. */
    BigDecimal dollars(@Nullable Price market) {
        return orders.stream()
                .map(order ->
                        switch (order.amount()) {
                            case OrderAmount.ByCash(Money cash) -> cash.value();
                            case OrderAmount.ByQuantity(Quantity orderQty) ->
                                    orderQty.less(order.cumQty())
                                            .value()
                                            .multiply(price(order, market));
                        })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns how much all of them trade at most. */
    BigDecimal quantity(Price market) {
        return orders.stream()
                .map(order ->
                        switch (order.amount()) {
                            case OrderAmount.ByCash(Money cash) ->
                                    OrderSize.quantity(cash, market).value();
                            case OrderAmount.ByQuantity(Quantity orderQty) ->
                                    orderQty.less(order.cumQty()).value();
                        })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns the highest price of the market and of all orders. */
    Price highest(Price market) {
        return new Price(
                orders.stream()
                        .map(order -> price(order, market))
                        .reduce(market.value(), BigDecimal::max));
    }

    /** A buy costs its limit at most; a sale can bring more, so the highest price counts. */
    private static BigDecimal price(WorkingOrder order, @Nullable Price market) {
        Price limit = order.limitPrice();
        if (order.side() == Side.BUY && limit != null) {
            return limit.value();
        }
        return Stream.of(limit, order.stopPx(), market)
                .filter(Objects::nonNull)
                .map(Price::value)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private static WorkingOrder larger(WorkingOrder one, WorkingOrder other) {
        return leaves(one).compareTo(leaves(other)) >= 0 ? one : other;
    }

    private static BigDecimal leaves(WorkingOrder order) {
        return switch (order.amount()) {
            case OrderAmount.ByQuantity(Quantity orderQty) -> orderQty.less(order.cumQty()).value();
            case OrderAmount.ByCash(Money cash) -> cash.value();
        };
    }
}

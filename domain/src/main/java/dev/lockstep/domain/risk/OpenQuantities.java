package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.id.OrderId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what the open orders on one side of an instrument may still trade. Orders of one group,
 * such as the two exits of a bracket, end each other, so only the largest counts.
 */
public final class OpenQuantities {
    private final Map<OrderId, Quantity> leaves = new HashMap<>();
    private final List<Money> cash = new ArrayList<>();

    /** None yet. */
    public OpenQuantities() {}

    /**
     * Adds an order.
     *
     * @param id the order
     * @param parent its parent at the broker, whose children cancel each other, null if it has none
     * @param amount its amount
     * @param cumQty its filled quantity
     */
    public void add(OrderId id, @Nullable OrderId parent, OrderAmount amount, Quantity cumQty) {
        switch (amount) {
            case OrderAmount.ByQuantity(Quantity orderQty) ->
                    leaves.merge(
                            parent == null ? id : parent,
                            orderQty.less(cumQty),
                            (one, other) -> one.compareTo(other) >= 0 ? one : other);
            case OrderAmount.ByCash(Money dollars) -> cash.add(dollars);
        }
    }

    /** Returns the total open quantity. */
    public OpenQuantity sum() {
        BigDecimal sum =
                leaves.values().stream()
                        .map(Quantity::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new OpenQuantity(new Quantity(sum), cash.stream().reduce(Money.ZERO, Money::plus));
    }
}

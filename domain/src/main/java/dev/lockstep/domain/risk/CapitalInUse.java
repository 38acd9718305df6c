package dev.lockstep.domain.risk;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.position.StrategyPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The largest value that holdings and open orders can reach: in each instrument the larger one of
 * the position with all buys filled and the position with all sales filled. Of orders that cancel
 * each other only the largest counts.
 */
public final class CapitalInUse {
    private final List<StrategyPart> parts;
    private final List<WorkingOrder> orders;
    private final BiFunction<Symbol, Side, Optional<Price>> price;

    /**
     * Creates the calculation.
     *
     * @param parts the holdings
     * @param orders the open orders
     * @param price the price at which a side trades now; empty if it is not known
     */
    public CapitalInUse(
            List<StrategyPart> parts,
            List<WorkingOrder> orders,
            BiFunction<Symbol, Side, Optional<Price>> price) {
        this.parts = List.copyOf(parts);
        this.orders = List.copyOf(orders);
        this.price = price;
    }

    /**
     * Returns dollars; empty if a price is not known. All prices are asked for, so that a caller
     * learns every missing one at once.
     */
    public Optional<Money> value() {
        TreeMap<Symbol, NetQuantity> held = new TreeMap<>();
        parts.forEach(part -> held.put(part.symbol(), part.netQty()));
        orders.forEach(order -> held.putIfAbsent(order.symbol(), NetQuantity.FLAT));
        List<Optional<Money>> values = new ArrayList<>();
        held.forEach((symbol, netQty) -> values.add(larger(symbol, netQty)));
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        values.stream().flatMap(Optional::stream).reduce(Money.ZERO, Money::plus))
                : Optional.empty();
    }

    private Optional<Money> larger(Symbol symbol, NetQuantity netQty) {
        Optional<Money> bought = value(symbol, Side.BUY, netQty.value());
        Optional<Money> sold = value(symbol, Side.SELL, netQty.value().negate());
        return bought.flatMap(one -> sold.map(other -> one.compareTo(other) >= 0 ? one : other));
    }

    /**
     * Returns the value on one side.
     *
     * @param held the position, negative if it is on the other side
     */
    private Optional<Money> value(Symbol symbol, Side side, BigDecimal held) {
        List<WorkingOrder> ofSide =
                orders.stream()
                        .filter(order -> order.symbol().equals(symbol) && order.side() == side)
                        .toList();
        if (ofSide.isEmpty() && held.signum() <= 0) {
            return Optional.of(Money.ZERO);
        }
        OrderValues values = new OrderValues(ofSide);
        if (held.signum() == 0 && values.limited(side)) {
            return Optional.of(new Money(values.dollars(null)));
        }
        return price.apply(symbol, side).map(market -> value(values, held, market));
    }

    /** Orders against a position close it first: only what is left of them opens one. */
    private static Money value(OrderValues values, BigDecimal held, Price market) {
        if (held.signum() >= 0) {
            return new Money(held.multiply(market.value()).add(values.dollars(market)));
        }
        BigDecimal left = values.quantity(market).add(held).max(BigDecimal.ZERO);
        return new Money(left.multiply(values.highest(market).value()));
    }
}

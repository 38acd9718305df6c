package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.Side;
import java.math.RoundingMode;
import java.util.Optional;

/** The quantity and value of an order, in the worst case; an estimate is never in its favour. */
final class OrderSize {
    private final NewOrder terms;
    private final FreshView view;

    OrderSize(NewOrder terms, FreshView view) {
        this.terms = terms;
        this.view = view;
    }

    /** Returns the quantity for a dollar amount at this price, rounded up. */
    static Quantity quantity(Money cash, Price price) {
        return new Quantity(
                cash.value().divide(price.value(), Quantity.MAX_DECIMALS, RoundingMode.UP));
    }

    /** Returns the quantity of the order; needs a quote for a dollar amount. */
    Optional<Quantity> orderQty() {
        return switch (terms.amount()) {
            case OrderAmount.ByQuantity(Quantity orderQty) -> Optional.of(orderQty);
            case OrderAmount.ByCash(Money cash) ->
                    view.price(terms.side()).map(price -> quantity(cash, price));
        };
    }

    /**
     * Returns the value of the order. A buy with a limit cannot cost more than that; a sell can
     * bring more, so the higher of limit and market counts.
     */
    Optional<Money> orderValue() {
        return switch (terms.amount()) {
            case OrderAmount.ByCash(Money cash) -> Optional.of(cash);
            case OrderAmount.ByQuantity(Quantity orderQty) ->
                    (terms.side() == Side.BUY ? limitPrice().or(this::marketPrice) : marketPrice())
                            .map(price -> price.times(orderQty));
        };
    }

    /** Returns the highest of the market's price and the order's own prices; needs a quote. */
    Optional<Price> marketPrice() {
        return view.price(terms.side())
                .map(price -> ownPrice().filter(own -> own.compareTo(price) > 0).orElse(price));
    }

    /** Returns the order's limit, if it has one. */
    Optional<Price> limitPrice() {
        return Optional.ofNullable(WorkingOrder.limitPrice(terms.type()));
    }

    /** Returns the order's stop, if it has one. */
    Optional<Price> stopPx() {
        return Optional.ofNullable(WorkingOrder.stopPx(terms.type()));
    }

    private Optional<Price> ownPrice() {
        return limitPrice().or(this::stopPx);
    }
}

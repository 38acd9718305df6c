package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.Side;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an order only reduces a position: it trades against it, and no more than what open orders
 * on its side leave of it.
 *
 * <p>The position is our own, or the broker's where that is the larger one and was asked for while
 * ours was as it is now: shares that were bought elsewhere may be sold here.
 */
final class Reduction {
    private final NewOrder terms;
    private final Exposure exposure;
    private final FreshView view;

    Reduction(NewOrder terms, Exposure exposure, FreshView view) {
        this.terms = terms;
        this.exposure = exposure;
        this.view = view;
    }

    boolean holds() {
        BigDecimal held = held();
        if (!exitOnly() || held.signum() <= 0) {
            return false;
        }
        OpenQuantity open = exposure.open();
        Optional<Quantity> byCash = quantity(open.cash());
        Optional<Quantity> wanted = wanted();
        return byCash.isPresent()
                && wanted.isPresent()
                && open.leavesQty()
                                .value()
                                .add(byCash.get().value())
                                .add(wanted.get().value())
                                .compareTo(held)
                        <= 0;
    }

    /** What has to be asked for before it is certain that the order does more than that. */
    Set<MarketView.Need> needs() {
        Set<MarketView.Need> needs = EnumSet.noneOf(MarketView.Need.class);
        if (!exitOnly()) {
            return needs;
        }
        if (view.holdingUnasked(exposure.holdingVersion())) {
            needs.add(MarketView.Need.BROKER_HOLDING);
        }
        boolean byCash =
                terms.amount() instanceof OrderAmount.ByCash
                        || !exposure.open().cash().equals(Money.ZERO);
        if (byCash && held().signum() > 0 && view.pricesUnasked()) {
            needs.add(MarketView.Need.PRICES);
        }
        return needs;
    }

    /** An entry with exits is followed by orders on the other side, which open a position anew. */
    private boolean exitOnly() {
        return switch (terms.orderClass()) {
            case OrderClass.Simple _, OrderClass.OneCancelsOther _ -> true;
            case OrderClass.Bracket _, OrderClass.OneTriggersOther _ -> false;
        };
    }

    /** What the order could reduce: above zero where there is a position on the other side. */
    private BigDecimal held() {
        BigDecimal ours = opposite(exposure.netQty());
        return view.holding(exposure.holdingVersion())
                .map(brokers -> opposite(brokers.netQty()).max(ours))
                .orElse(ours);
    }

    private BigDecimal opposite(NetQuantity netQty) {
        return terms.side() == Side.SELL ? netQty.value() : netQty.value().negate();
    }

    private Optional<Quantity> wanted() {
        return switch (terms.amount()) {
            case OrderAmount.ByQuantity(Quantity orderQty) ->
                    Optional.of(orderQty.less(exposure.carriedQty()));
            case OrderAmount.ByCash(Money cash) -> quantity(cash);
        };
    }

    private Optional<Quantity> quantity(Money cash) {
        if (cash.equals(Money.ZERO)) {
            return Optional.of(Quantity.ZERO);
        }
        Optional<Price> price = view.priceIfSeen(terms.side());
        return price.map(known -> Sizing.quantity(cash, known));
    }
}

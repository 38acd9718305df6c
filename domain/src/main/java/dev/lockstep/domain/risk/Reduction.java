package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.risk.denial.Denial;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether an order only reduces a position: it trades against it, for no more than what
 * open orders on its side leave of it.
 *
 * <p>For a strategy the position is its own part, as far as the broker has it.
 *
 * <p>For the account the position is the smaller one of our own and the broker's, which is fetched
 * while ours is unchanged. If they have opposite signs, or the broker cannot be asked, nothing
 * reduces: an order that reduces only ours could open a position at the broker.
 */
final class Reduction {
    private final NewOrder terms;
    private final RiskScope scope;
    private final FreshView view;

    Reduction(NewOrder terms, RiskScope scope, FreshView view) {
        this.terms = terms;
        this.scope = scope;
        this.view = view;
    }

    boolean holds() {
        return within(held());
    }

    /** Returns the data needed to decide that the order does not only reduce. */
    Set<MarketView.Need> needs() {
        Set<MarketView.Need> needs = EnumSet.noneOf(MarketView.Need.class);
        if (!exitOnly() || ours().signum() <= 0) {
            return needs;
        }
        if (byCash() && view.pricesUnasked()) {
            needs.add(MarketView.Need.PRICES);
        } else if (!within(ours())) {
            return needs;
        }
        if (view.holdingUnasked(scope.holdingVersion())) {
            needs.add(MarketView.Need.BROKER_HOLDING);
        }
        return needs;
    }

    /**
     * Returns the denial of an order that reduces our own position where the broker's is not known.
     */
    List<Denial> impossible() {
        return within(ours()) ? view.holdingInVain() : List.of();
    }

    private boolean within(BigDecimal held) {
        if (!exitOnly() || held.signum() <= 0) {
            return false;
        }
        OpenQuantity open = scope.open();
        Optional<Quantity> byCash = quantity(open.cash());
        Optional<Quantity> requested = requested();
        return byCash.isPresent()
                && requested.isPresent()
                && open.leavesQty()
                                .value()
                                .add(byCash.get().value())
                                .add(requested.get().value())
                                .compareTo(held)
                        <= 0;
    }

    private boolean byCash() {
        return terms.amount() instanceof OrderAmount.ByCash
                || !scope.open().cash().equals(Money.ZERO);
    }

    /**
     * Returns false for an entry with exits, because orders on the other side follow it and open a
     * position.
     */
    private boolean exitOnly() {
        return switch (terms.orderClass()) {
            case OrderClass.Simple _, OrderClass.OneCancelsOther _ -> true;
            case OrderClass.Bracket _, OrderClass.OneTriggersOther _ -> false;
        };
    }

    /**
     * Returns the quantity that the order could reduce: positive if there is a position on the
     * other side.
     */
    private BigDecimal held() {
        return view.holding(scope.holdingVersion())
                .map(brokers -> held(opposite(brokers.netQty())))
                .orElse(BigDecimal.ZERO);
    }

    /**
     * Returns the smaller position for the account; for a strategy its part less what the broker
     * has less than we do, because the broker knows no strategies.
     */
    private BigDecimal held(BigDecimal brokers) {
        if (scope.ofAccount()) {
            return brokers.min(ours());
        }
        BigDecimal shortfall = opposite(scope.exposure().netQty()).subtract(brokers);
        return ours().subtract(shortfall.max(BigDecimal.ZERO));
    }

    private BigDecimal ours() {
        return opposite(scope.netQty());
    }

    private BigDecimal opposite(NetQuantity netQty) {
        return terms.side() == Side.SELL ? netQty.value() : netQty.value().negate();
    }

    private Optional<Quantity> requested() {
        return switch (terms.amount()) {
            case OrderAmount.ByQuantity(Quantity orderQty) ->
                    Optional.of(orderQty.less(scope.carriedQty()));
            case OrderAmount.ByCash(Money cash) -> quantity(cash);
        };
    }

    private Optional<Quantity> quantity(Money cash) {
        if (cash.equals(Money.ZERO)) {
            return Optional.of(Quantity.ZERO);
        }
        Optional<Price> price = view.priceIfSeen(terms.side());
        return price.map(known -> OrderSize.quantity(cash, known));
    }
}

package dev.lockstep.domain.risk;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.risk.denial.DenialCollector;
import dev.lockstep.domain.risk.denial.DenialReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the limits of an order that depend on more than its own instrument. */
final class CapitalCheck {
    /** The order that is checked has no id yet that others could have. */
    private static final OrderId CHECKED = OrderId.earliestAt(Instant.EPOCH);

    private final NewOrder terms;
    private final RiskScope scope;
    private final FreshView view;
    private final DenialCollector denials;

    CapitalCheck(NewOrder terms, RiskScope scope, FreshView view, DenialCollector denials) {
        this.terms = terms;
        this.scope = scope;
        this.view = view;
        this.denials = denials;
    }

    /** Requires the value of the strategy's holdings and open orders, with this one, as a limit. */
    void checkBudget(Money max) {
        StrategyExposure own = scope.exposure().strategy();
        if (own == null) {
            return;
        }
        List<WorkingOrder> orders = new ArrayList<>(own.working());
        orders.add(checked());
        new CapitalInUse(own.parts(), orders, this::price)
                .value()
                .ifPresent(value ->
                        denials.require(
                                value.compareTo(max) <= 0,
                                DenialReason.CAPITAL_BUDGET,
                                "capitalInUse",
                                value,
                                "<=" + max));
    }

    /**
     * Requires cash for a buy, together with all open buys of the account; denies a sale, which is
     * exempt if it only reduces a position.
     */
    void checkMargin() {
        OpenBuys buys = scope.exposure().openBuys();
        if (buys == null) {
            return;
        }
        if (terms.side() == Side.SELL) {
            denials.require(
                    false,
                    DenialReason.ON_MARGIN,
                    "side",
                    terms.side(),
                    "a sale of what is held: short sales need margin");
            return;
        }
        List<WorkingOrder> orders = new ArrayList<>(buys.orders());
        orders.add(checked());
        Optional<Money> needed = new CapitalInUse(List.of(), orders, this::price).value();
        Optional<Money> cash = view.cash(buys.bookVersion());
        if (needed.isPresent() && cash.isPresent()) {
            denials.require(
                    needed.get().compareTo(cash.get()) <= 0,
                    DenialReason.ON_MARGIN,
                    "openBuys",
                    needed.get(),
                    "<=" + cash.get() + ", the cash of the account");
        }
    }

    /** Requires a smaller loss of the strategy since the last close. */
    void checkLoss(Money max) {
        StrategyExposure own = scope.exposure().strategy();
        if (own == null) {
            return;
        }
        dayProfit(own)
                .map(Money::negated)
                .ifPresent(loss ->
                        denials.require(
                                loss.compareTo(max) < 0,
                                DenialReason.DAILY_LOSS,
                                "dailyLoss",
                                loss,
                                "<" + max));
    }

    private Optional<Money> dayProfit(StrategyExposure own) {
        return DayProfit.of(own.parts(), DayTrades.dayOf(view.now()), this::price, view::lastClose);
    }

    private WorkingOrder checked() {
        return WorkingOrder.of(CHECKED, null, terms, scope.carriedQty());
    }

    private Optional<Price> price(Symbol symbol, Side side) {
        return symbol.equals(terms.symbol()) ? view.price(side) : view.mark(symbol, side);
    }
}

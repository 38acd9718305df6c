package dev.lockstep.domain.risk;

import dev.lockstep.domain.instrument.PriceIncrement;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.risk.MarketView.BrokerHolding;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialCollector;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimit.AllowedSymbols;
import dev.lockstep.domain.risk.limit.RiskLimit.CapitalBudget;
import dev.lockstep.domain.risk.limit.RiskLimit.DeniedSymbols;
import dev.lockstep.domain.risk.limit.RiskLimit.DuplicateWindow;
import dev.lockstep.domain.risk.limit.RiskLimit.MaxDailyLoss;
import dev.lockstep.domain.risk.limit.RiskLimit.MaxOpenOrders;
import dev.lockstep.domain.risk.limit.RiskLimit.MaxOrderQty;
import dev.lockstep.domain.risk.limit.RiskLimit.MaxOrderRate;
import dev.lockstep.domain.risk.limit.RiskLimit.MaxOrderValue;
import dev.lockstep.domain.risk.limit.RiskLimit.MaxPositionValue;
import dev.lockstep.domain.risk.limit.RiskLimit.NoMargin;
import dev.lockstep.domain.risk.limit.RiskLimit.NoWashTrades;
import dev.lockstep.domain.risk.limit.RiskLimit.PriceCollar;
import dev.lockstep.domain.risk.limit.TradingState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks one order against the trading state and every limit of the account or of one strategy. */
final class LimitCheck {
    private static final int PERCENT_DIGITS = 2;

    private final NewOrder terms;
    private final RiskScope scope;
    private final FreshView view;
    private final OrderSize sizing;
    private final DenialCollector denials;
    private final CapitalCheck capital;

    LimitCheck(NewOrder terms, RiskScope scope, FreshView view) {
        this.terms = terms;
        this.scope = scope;
        this.view = view;
        this.sizing = new OrderSize(terms, view);
        this.denials = new DenialCollector(scope.strategy());
        this.capital = new CapitalCheck(terms, scope, view, denials);
    }

    /** Returns the rules that the order breaks, whether it reduces a position or not. */
    List<Denial> denials() {
        checkState();
        scope.rules().limits().forEach(this::check);
        return denials.list();
    }

    private void checkState() {
        for (Restriction restriction : scope.rules().restrictions()) {
            if (restriction.state() == scope.rules().state()) {
                denials.require(
                        false,
                        reason(restriction.state()),
                        restriction.source(),
                        restriction.why(),
                        scope.ofAccount()
                                ? "only orders that reduce a position, until it is lifted"
                                : "only orders that reduce what the strategy holds, until it is"
                                        + " resumed");
            }
        }
    }

    private DenialReason reason(TradingState state) {
        if (!scope.ofAccount()) {
            return DenialReason.STRATEGY_PAUSED;
        }
        return switch (state) {
            case REDUCING, ACTIVE -> DenialReason.TRADING_REDUCING;
            case HALTED -> DenialReason.TRADING_HALTED;
        };
    }

    private void check(RiskLimit limit) {
        switch (limit) {
            case MaxOrderValue(Money max) -> checkValue(max);
            case MaxOrderQty(Quantity max) -> checkQuantity(max);
            case MaxOpenOrders(int max) -> checkOpenOrders(max);
            case MaxPositionValue(Money max) -> checkPosition(max);
            case MaxDailyLoss(Money max) -> checkLoss(max);
            case PriceCollar collar -> checkCollar(collar);
            case DuplicateWindow window -> checkTwin(window);
            case MaxOrderRate rate -> checkRate(rate);
            case AllowedSymbols allowed ->
                    checkSymbol(
                            allowed.symbols().contains(terms.symbol()),
                            DenialReason.SYMBOL_NOT_ALLOWED,
                            "a symbol of " + LimitName.ALLOWED_SYMBOLS.word());
            case DeniedSymbols denied ->
                    checkSymbol(
                            !denied.symbols().contains(terms.symbol()),
                            DenialReason.SYMBOL_DENIED,
                            "no symbol of " + LimitName.DENIED_SYMBOLS.word());
            case NoWashTrades _ -> checkOpposite();
            case CapitalBudget(Money max) -> capital.checkBudget(max);
            case NoMargin _ -> capital.checkMargin();
        }
    }

    private void checkValue(Money max) {
        sizing.orderValue()
                .ifPresent(value ->
                        denials.require(
                                value.compareTo(max) <= 0,
                                DenialReason.ORDER_VALUE,
                                "orderValue",
                                value,
                                "<=" + max));
    }

    private void checkQuantity(Quantity max) {
        sizing.orderQty()
                .ifPresent(orderQty ->
                        denials.require(
                                orderQty.compareTo(max) <= 0,
                                DenialReason.ORDER_QUANTITY,
                                "qty",
                                orderQty,
                                "<=" + max));
    }

    private void checkOpenOrders(int max) {
        denials.require(
                scope.openOrders() < max,
                DenialReason.OPEN_ORDERS,
                "openOrders",
                scope.openOrders(),
                "<" + max + " before this one");
    }

    private void checkPosition(Money max) {
        Optional<Price> price = sizing.marketPrice();
        if (!scope.ofAccount()) {
            price.ifPresent(known -> checkPosition(max, known, scope.netQty()));
            return;
        }
        Optional<BrokerHolding> brokers = view.heldByBroker(scope.holdingVersion());
        if (price.isPresent() && brokers.isPresent()) {
            checkPosition(max, price.get(), brokers.get().netQty());
        }
    }

    /**
     * The position on the order's side once this order and all open ones on the side have filled,
     * and the one that is there now: the larger one of ours and the broker's, which counts what was
     * traded elsewhere. A strategy has its own part only.
     */
    private void checkPosition(Money max, Price price, NetQuantity brokers) {
        OpenQuantity open = scope.open();
        BigDecimal ours = scope.netQty().value();
        BigDecimal theirs = brokers.value();
        BigDecimal held =
                terms.side() == Side.BUY ? ours.max(theirs) : ours.negate().max(theirs.negate());
        BigDecimal after =
                held.add(open.leavesQty().value())
                        .add(OrderSize.quantity(open.cash(), price).value())
                        .add(
                                sizing.orderQty()
                                        .orElse(Quantity.ZERO)
                                        .less(scope.carriedQty())
                                        .value());
        Quantity largest = new Quantity(after.max(ours.abs()).max(theirs.abs()));
        Money value = price.times(largest);
        denials.require(
                value.compareTo(max) <= 0,
                DenialReason.POSITION_VALUE,
                "positionValue",
                value,
                "<=" + max);
    }

    private void checkLoss(Money max) {
        if (!scope.ofAccount()) {
            capital.checkLoss(max);
            return;
        }
        view.day()
                .ifPresent(day ->
                        denials.require(
                                day.loss().compareTo(max) < 0,
                                DenialReason.DAILY_LOSS,
                                "dailyLoss",
                                day.loss(),
                                "<" + max));
    }

    private void checkCollar(PriceCollar collar) {
        sizing.limitPrice()
                .ifPresent(limit ->
                        view.price(terms.side())
                                .ifPresent(price -> checkCollar(collar, limit, price)));
    }

    /** A stop-limit order is sent once the market has come to its stop, so that is its quote. */
    private void checkCollar(PriceCollar collar, Price limit, Price quoted) {
        boolean buy = terms.side() == Side.BUY;
        BigDecimal stop = sizing.stopPx().orElse(quoted).value();
        BigDecimal reference = buy ? quoted.value().max(stop) : quoted.value().min(stop);
        BigDecimal width = reference.multiply(collar.percent().movePointLeft(PERCENT_DIGITS));
        BigDecimal bound = buy ? reference.add(width) : reference.subtract(width);
        int beyond = limit.value().compareTo(bound);
        denials.require(
                buy ? beyond <= 0 : beyond >= 0,
                DenialReason.PRICE_COLLAR,
                "limitPrice",
                limit,
                (buy ? "<=" : ">=") + allowed(bound, buy).stripTrailingZeros().toPlainString());
    }

    /** Returns the last allowed price on this side of a bound. */
    private BigDecimal allowed(BigDecimal bound, boolean buy) {
        PriceIncrement increment = PriceIncrement.of(terms.symbol().assetClass());
        return buy ? increment.highestWithin(bound) : increment.lowestFrom(bound);
    }

    private void checkTwin(DuplicateWindow window) {
        @Nullable OrderId twin = scope.twin();
        denials.require(
                twin == null,
                DenialReason.DUPLICATE_ORDER,
                "twin",
                String.valueOf(twin),
                "no order of the same terms within " + window.value());
    }

    private void checkRate(MaxOrderRate rate) {
        denials.require(
                scope.recentOrders() < rate.orders(),
                DenialReason.ORDER_RATE,
                "recentOrders",
                scope.recentOrders(),
                "<" + rate.value() + " before this one");
    }

    private void checkSymbol(boolean holds, DenialReason reason, String expected) {
        denials.require(holds, reason, "symbol", terms.symbol(), expected);
    }

    private void checkOpposite() {
        @Nullable OrderId opposite = scope.opposite();
        denials.require(
                opposite == null,
                DenialReason.WASH_TRADE,
                "blockedBy",
                String.valueOf(opposite),
                "no opposite market or stop order working");
    }
}

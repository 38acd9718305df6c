package dev.lockstep.domain.risk.venue;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialCollector;
import dev.lockstep.domain.risk.denial.DenialReason;
import java.util.List;

/**
 * Alpaca's rules for shares: auctions, extended hours, trailing stops, fractions and dollar
 * amounts.
 */
final class EquityRules {
    private static final int MAX_CASH_DECIMALS = 2;

    private final NewOrder order;
    private final DenialCollector denials = new DenialCollector();

    private EquityRules(NewOrder order) {
        this.order = order;
    }

    static List<Denial> denials(NewOrder order) {
        EquityRules rules = new EquityRules(order);
        rules.checkAuction();
        rules.checkTrailing();
        rules.checkExtendedHours();
        switch (order.amount()) {
            case OrderAmount.ByQuantity quantity -> rules.checkFraction(quantity.orderQty());
            case OrderAmount.ByCash cash -> rules.checkCash(cash.cashOrderQty());
        }
        MinimumValue.check(order, rules.denials);
        return rules.denials.list();
    }

    private void checkAuction() {
        boolean auction =
                order.timeInForce() == TimeInForce.OPG || order.timeInForce() == TimeInForce.CLS;
        boolean auctionType =
                order.type() instanceof OrderType.Market || order.type() instanceof OrderType.Limit;
        require(
                !auction || auctionType,
                DenialReason.TIME_IN_FORCE,
                "timeInForce",
                order.timeInForce(),
                "opg and cls with market and limit orders only");
    }

    private void checkTrailing() {
        require(
                !trailing() || dayOrGtc(),
                DenialReason.TIME_IN_FORCE,
                "timeInForce",
                order.timeInForce(),
                "day or gtc for a trailing stop");
    }

    private void checkExtendedHours() {
        boolean extended = order.tradingHours() == TradingHours.EXTENDED;
        require(
                !extended || (order.type() instanceof OrderType.Limit && dayOrGtc()),
                DenialReason.TRADING_HOURS,
                "tradingHours",
                order.tradingHours(),
                "regular, or a limit order with day or gtc");
    }

    private void checkFraction(Quantity orderQty) {
        if (orderQty.whole()) {
            return;
        }
        require(
                !trailing(),
                DenialReason.FRACTIONAL_QUANTITY,
                "qty",
                orderQty,
                "whole shares for a trailing stop");
        require(
                trailing() || order.timeInForce() == TimeInForce.DAY,
                DenialReason.FRACTIONAL_QUANTITY,
                "qty",
                orderQty,
                "whole shares, or timeInForce day");
        require(
                order.orderClass() instanceof OrderClass.Simple,
                DenialReason.FRACTIONAL_QUANTITY,
                "qty",
                orderQty,
                "whole shares for an order with exits");
    }

    private void checkCash(Money cash) {
        boolean takes =
                order.timeInForce() == TimeInForce.DAY
                        && !trailing()
                        && order.orderClass() instanceof OrderClass.Simple;
        require(
                takes,
                DenialReason.CASH_AMOUNT,
                "notional",
                cash,
                "a quantity, or a simple day order that is no trailing stop");
        require(
                cash.value().scale() <= MAX_CASH_DECIMALS,
                DenialReason.CASH_AMOUNT,
                "notional",
                cash,
                "whole cents");
    }

    private boolean trailing() {
        return order.type() instanceof OrderType.TrailingStop;
    }

    private boolean dayOrGtc() {
        return order.timeInForce() == TimeInForce.DAY || order.timeInForce() == TimeInForce.GTC;
    }

    private void require(
            boolean holds, DenialReason reason, String field, Object value, String expected) {
        denials.require(holds, reason, field, value, expected);
    }
}

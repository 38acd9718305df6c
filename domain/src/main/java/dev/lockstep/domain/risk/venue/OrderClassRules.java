package dev.lockstep.domain.risk.venue;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialCollector;
import dev.lockstep.domain.risk.denial.DenialReason;
import java.math.BigDecimal;
import java.util.List;

/**
 * Alpaca's rules for bracket, one-cancels-other and one-triggers-other orders, and for the side of
 * their exits, at least a cent away.
 */
final class OrderClassRules {
    private static final BigDecimal MIN_DISTANCE = new BigDecimal("0.01");

    private final NewOrder order;
    private final DenialCollector denials = new DenialCollector();

    private OrderClassRules(NewOrder order) {
        this.order = order;
    }

    static List<Denial> denials(NewOrder order) {
        OrderClassRules rules = new OrderClassRules(order);
        switch (order.orderClass()) {
            case OrderClass.Simple _ -> {}
            case OrderClass.Bracket bracket -> {
                rules.checkEntry();
                rules.checkProfit(bracket.takeProfit());
                rules.checkLoss(bracket.stopLoss(), order.side());
                rules.checkApart(bracket.takeProfit().limitPrice(), bracket.stopLoss());
            }
            case OrderClass.OneTriggersOther oto -> {
                rules.checkEntry();
                rules.checkExit(oto.exit());
            }
            case OrderClass.OneCancelsOther oco -> rules.checkExits(oco.stopLoss());
        }
        return rules.denials.list();
    }

    private void checkEntry() {
        checkCommon();
        require(
                order.type() instanceof OrderType.Market || order.type() instanceof OrderType.Limit,
                DenialReason.ORDER_TYPE,
                "type",
                order.type().word(),
                "market or limit for an entry with exits");
    }

    private void checkCommon() {
        require(
                order.timeInForce() == TimeInForce.DAY || order.timeInForce() == TimeInForce.GTC,
                DenialReason.TIME_IN_FORCE,
                "timeInForce",
                order.timeInForce(),
                "day or gtc for an order with exits");
        require(
                order.tradingHours() == TradingHours.REGULAR,
                DenialReason.TRADING_HOURS,
                "tradingHours",
                order.tradingHours(),
                "regular for an order with exits");
    }

    private void checkExit(ExitLeg exit) {
        switch (exit) {
            case ExitLeg.TakeProfit profit -> checkProfit(profit);
            case ExitLeg.StopLoss loss -> checkLoss(loss, order.side());
        }
    }

    private void checkProfit(ExitLeg.TakeProfit profit) {
        if (order.type() instanceof OrderType.Limit entry) {
            requireBeyond("takeProfit", profit.limitPrice(), entry, order.side());
        }
    }

    private void checkLoss(ExitLeg.StopLoss loss, Side entrySide) {
        if (order.type() instanceof OrderType.Limit entry) {
            requireBeyond("stopLoss", loss.stopPx(), entry, opposite(entrySide));
        }
    }

    /** An exit sells what was bought: its profit lies above its loss. */
    private void checkExits(ExitLeg.StopLoss loss) {
        checkCommon();
        require(
                order.type() instanceof OrderType.Limit,
                DenialReason.ORDER_TYPE,
                "type",
                order.type().word(),
                "limit, which is the take-profit of a one-cancels-other order");
        checkLoss(loss, opposite(order.side()));
    }

    private void checkApart(Price takeProfit, ExitLeg.StopLoss loss) {
        boolean apart =
                order.side() == Side.BUY
                        ? takeProfit.compareTo(loss.stopPx()) > 0
                        : takeProfit.compareTo(loss.stopPx()) < 0;
        require(
                apart,
                DenialReason.EXIT_PRICE,
                "takeProfit",
                takeProfit,
                (order.side() == Side.BUY ? "above" : "below") + " stopLoss " + loss.stopPx());
    }

    /** Above the entry's limit for {@code BUY}, below it for {@code SELL}. */
    private void requireBeyond(String field, Price price, OrderType.Limit entry, Side direction) {
        BigDecimal bound =
                direction == Side.BUY
                        ? entry.limitPrice().value().add(MIN_DISTANCE)
                        : entry.limitPrice().value().subtract(MIN_DISTANCE);
        int sign = price.value().compareTo(bound);
        require(
                direction == Side.BUY ? sign >= 0 : sign <= 0,
                DenialReason.EXIT_PRICE,
                field,
                price,
                (direction == Side.BUY ? ">= " : "<= ") + bound.toPlainString());
    }

    private static Side opposite(Side side) {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }

    private void require(
            boolean holds, DenialReason reason, String field, Object value, String expected) {
        denials.require(holds, reason, field, value, expected);
    }
}

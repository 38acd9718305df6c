package dev.lockstep.domain.risk.venue;

import dev.lockstep.domain.money.Money;
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

/** Alpaca's rules for crypto pairs, including a minimum of ten dollars an order. */
final class CryptoRules {
    private static final int MAX_CASH_DECIMALS = 2;

    private CryptoRules() {}

    static List<Denial> denials(NewOrder order) {
        DenialCollector denials = new DenialCollector();
        denials.require(
                order.timeInForce() == TimeInForce.GTC || order.timeInForce() == TimeInForce.IOC,
                DenialReason.TIME_IN_FORCE,
                "timeInForce",
                order.timeInForce(),
                "gtc or ioc for crypto");
        denials.require(
                !(order.type() instanceof OrderType.Stop)
                        && !(order.type() instanceof OrderType.TrailingStop),
                DenialReason.ORDER_TYPE,
                "type",
                order.type().word(),
                "market, limit or stop_limit for crypto");
        denials.require(
                order.orderClass() instanceof OrderClass.Simple,
                DenialReason.ORDER_CLASS,
                "orderClass",
                order.orderClass().word(),
                "simple for crypto");
        denials.require(
                order.tradingHours() == TradingHours.REGULAR,
                DenialReason.TRADING_HOURS,
                "tradingHours",
                order.tradingHours(),
                "regular for crypto, which trades around the clock");
        if (order.amount() instanceof OrderAmount.ByCash(Money cash)) {
            denials.require(
                    cash.value().scale() <= MAX_CASH_DECIMALS,
                    DenialReason.CASH_AMOUNT,
                    "notional",
                    cash,
                    "whole cents");
        }
        MinimumValue.check(order, denials);
        return denials.list();
    }
}

package dev.lockstep.domain.risk;

import dev.lockstep.domain.instrument.PriceIncrement;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of the venue that can be checked without asking it, so that an order which cannot work
 * is refused by name before it is sent. Pure.
 *
 * <p>The rules are Alpaca's: sub-penny prices, fractional shares, and the types and times in force
 * of equities and crypto.
 */
public final class VenueRules {
    private final NewOrder order;
    private final List<Denial> denials = new ArrayList<>();

    private VenueRules(NewOrder order) {
        this.order = order;
    }

    /** All rules that the order breaks; empty where it breaks none. */
    public static List<Denial> denials(NewOrder order) {
        VenueRules rules = new VenueRules(order);
        rules.checkPrices();
        switch (order.symbol().assetClass()) {
            case US_EQUITY -> rules.checkEquity();
            case CRYPTO -> rules.checkCrypto();
        }
        return List.copyOf(rules.denials);
    }

    private void checkPrices() {
        switch (order.type()) {
            case OrderType.Market _ -> {}
            case OrderType.Limit limit -> checkIncrement("limitPrice", limit.limitPrice());
            case OrderType.Stop stop -> checkIncrement("stopPx", stop.stopPx());
            case OrderType.StopLimit both -> {
                checkIncrement("stopPx", both.stopPx());
                checkIncrement("limitPrice", both.limitPrice());
            }
            case OrderType.TrailingStop _ -> {}
        }
    }

    private void checkIncrement(String field, Price price) {
        PriceIncrement increment = PriceIncrement.of(order.symbol().assetClass());
        if (!increment.allows(price)) {
            deny(DenialReason.PRICE_INCREMENT, field, price, increment.neighbours(price));
        }
    }

    private void checkEquity() {
        boolean auction =
                order.timeInForce() == TimeInForce.OPG || order.timeInForce() == TimeInForce.CLS;
        boolean triggered =
                !(order.type() instanceof OrderType.Market)
                        && !(order.type() instanceof OrderType.Limit);
        if (auction && triggered) {
            deny(
                    DenialReason.TIME_IN_FORCE,
                    "timeInForce",
                    order.timeInForce(),
                    "OPG and CLS with market and limit orders only");
        }
        boolean trailing = order.type() instanceof OrderType.TrailingStop;
        if (trailing
                && order.timeInForce() != TimeInForce.DAY
                && order.timeInForce() != TimeInForce.GTC) {
            deny(
                    DenialReason.TIME_IN_FORCE,
                    "timeInForce",
                    order.timeInForce(),
                    "DAY or GTC for a trailing stop");
        }
        checkFraction(trailing);
    }

    private void checkFraction(boolean trailing) {
        if (order.orderQty().whole()) {
            return;
        }
        if (trailing) {
            deny(
                    DenialReason.FRACTIONAL_QUANTITY,
                    "orderQty",
                    order.orderQty(),
                    "whole shares for a trailing stop");
        } else if (order.timeInForce() != TimeInForce.DAY) {
            deny(
                    DenialReason.FRACTIONAL_QUANTITY,
                    "orderQty",
                    order.orderQty(),
                    "whole shares, or timeInForce DAY");
        }
    }

    private void checkCrypto() {
        if (order.timeInForce() != TimeInForce.GTC && order.timeInForce() != TimeInForce.IOC) {
            deny(
                    DenialReason.TIME_IN_FORCE,
                    "timeInForce",
                    order.timeInForce(),
                    "GTC or IOC for crypto");
        }
        if (order.type() instanceof OrderType.Stop
                || order.type() instanceof OrderType.TrailingStop) {
            deny(
                    DenialReason.ORDER_TYPE,
                    "type",
                    order.type().getClass().getSimpleName(),
                    "Market, Limit or StopLimit for crypto");
        }
    }

    private void deny(DenialReason reason, String field, Object value, String expected) {
        denials.add(new Denial(reason, field, value.toString(), expected));
    }
}

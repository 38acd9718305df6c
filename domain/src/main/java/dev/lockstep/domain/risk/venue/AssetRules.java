package dev.lockstep.domain.risk.venue;

import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialCollector;
import dev.lockstep.domain.risk.denial.DenialReason;
import java.math.BigDecimal;
import java.util.List;

/**
 * The rules of the venue that depend on what the broker says of the instrument. Pure.
 *
 * <p>A coin always comes in parts. What of a position open orders hold already, the venue judges.
 */
public final class AssetRules {
    private AssetRules() {}

    /** Returns the denial of an order for an instrument that the broker does not have. */
    public static List<Denial> absent(Symbol symbol) {
        return List.of(
                new Denial(
                        DenialReason.SYMBOL_UNKNOWN,
                        "symbol",
                        symbol.value(),
                        "a symbol that the broker has"));
    }

    /** Returns all rules that the order breaks whatever is held; empty where it breaks none. */
    public static List<Denial> denials(NewOrder order, Asset asset) {
        DenialCollector denials = new DenialCollector();
        denials.require(
                asset.tradable(),
                DenialReason.NOT_TRADABLE,
                "symbol",
                order.symbol(),
                "a symbol that the broker takes orders for");
        if (share(order) && !asset.fractionable()) {
            checkWhole(order, denials);
        }
        return denials.list();
    }

    private static void checkWhole(NewOrder order, DenialCollector denials) {
        switch (order.amount()) {
            case OrderAmount.ByQuantity quantity ->
                    denials.require(
                            quantity.orderQty().whole(),
                            DenialReason.NOT_FRACTIONABLE,
                            "qty",
                            quantity.orderQty(),
                            "whole shares of " + order.symbol());
            case OrderAmount.ByCash cash ->
                    denials.require(
                            false,
                            DenialReason.NOT_FRACTIONABLE,
                            "notional",
                            cash.cashOrderQty(),
                            "a quantity in whole shares of " + order.symbol());
        }
    }

    /**
     * Returns whether the decision depends on the position: coins, fractions of a share and assets
     * that cannot be borrowed are never sold short, and a one-cancels-other order is an exit.
     */
    public static boolean dependsOnHolding(NewOrder order, Asset asset) {
        return exitOnly(order)
                || (order.side() == Side.SELL
                        && (!share(order) || !asset.shortable() || !wholeShares(order)));
    }

    /**
     * Returns the denial of an order for more than there is to trade against; empty where there is
     * enough. An order by cash sells more than there is only where there is nothing: what the rest
     * is worth has changed by the time it arrives.
     *
     * @param held what is held now, below zero for a short position
     */
    public static List<Denial> uncovered(NewOrder order, NetQuantity held) {
        BigDecimal there = order.side() == Side.SELL ? held.value() : held.value().negate();
        DenialReason reason =
                exitOnly(order) ? DenialReason.EXIT_QUANTITY : DenialReason.NOT_SHORTABLE;
        DenialCollector denials = new DenialCollector();
        switch (order.amount()) {
            case OrderAmount.ByQuantity quantity ->
                    denials.require(
                            quantity.orderQty().value().compareTo(there) <= 0,
                            reason,
                            "qty",
                            quantity.orderQty(),
                            "<= " + there.max(BigDecimal.ZERO).toPlainString() + " held");
            case OrderAmount.ByCash cash ->
                    denials.require(
                            there.signum() > 0,
                            reason,
                            "notional",
                            cash.cashOrderQty(),
                            "a position to sell from");
        }
        return denials.list();
    }

    private static boolean exitOnly(NewOrder order) {
        return order.orderClass() instanceof OrderClass.OneCancelsOther;
    }

    private static boolean wholeShares(NewOrder order) {
        return order.amount() instanceof OrderAmount.ByQuantity(Quantity orderQty)
                && orderQty.whole();
    }

    private static boolean share(NewOrder order) {
        return order.symbol().assetClass() == AssetClass.US_EQUITY;
    }
}

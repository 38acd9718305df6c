package dev.lockstep.domain.risk;

import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.Side;
import java.math.BigDecimal;
import java.util.List;

/**
 * The rules of the venue that depend on what the broker says of the instrument. Pure.
 *
 * <p>Fractions and short sales are judged for shares only: a coin comes in parts and is never sold
 * short, and how much of it there is to sell, net of fees, only the venue knows.
 */
public final class AssetRules {
    private AssetRules() {}

    /** The denial of an order for an instrument that the broker does not have. */
    public static List<Denial> absent(Symbol symbol) {
        return List.of(
                new Denial(
                        DenialReason.SYMBOL_UNKNOWN,
                        "symbol",
                        symbol.value(),
                        "a symbol that the broker has"));
    }

    /** All rules that the order breaks whatever is held; empty where it breaks none. */
    public static List<Denial> denials(NewOrder order, Asset asset) {
        Denials denials = new Denials();
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

    private static void checkWhole(NewOrder order, Denials denials) {
        switch (order.amount()) {
            case OrderAmount.ByQuantity quantity ->
                    denials.require(
                            quantity.orderQty().whole(),
                            DenialReason.NOT_FRACTIONABLE,
                            "orderQty",
                            quantity.orderQty(),
                            "whole shares of " + order.symbol());
            case OrderAmount.ByCash cash ->
                    denials.require(
                            false,
                            DenialReason.NOT_FRACTIONABLE,
                            "cashOrderQty",
                            cash.cashOrderQty(),
                            "a quantity in whole shares of " + order.symbol());
        }
    }

    /** Whether it depends on what is held if the order may go out. */
    public static boolean dependsOnHolding(NewOrder order, Asset asset) {
        return share(order) && order.side() == Side.SELL && !asset.shortable();
    }

    /**
     * The denial of a sale of more than there is, for an instrument that cannot be sold short;
     * empty where there is enough. An order by cash sells more than there is only where there is
     * nothing: what the rest is worth has changed by the time it arrives.
     *
     * @param held what is held now
     */
    public static List<Denial> shortSale(NewOrder order, NetQuantity held) {
        Denials denials = new Denials();
        switch (order.amount()) {
            case OrderAmount.ByQuantity quantity ->
                    denials.require(
                            quantity.orderQty().value().compareTo(held.value()) <= 0,
                            DenialReason.NOT_SHORTABLE,
                            "orderQty",
                            quantity.orderQty(),
                            "<= " + held.value().max(BigDecimal.ZERO).toPlainString() + " held");
            case OrderAmount.ByCash cash ->
                    denials.require(
                            held.value().signum() > 0,
                            DenialReason.NOT_SHORTABLE,
                            "cashOrderQty",
                            cash.cashOrderQty(),
                            "a position to sell from");
        }
        return denials.list();
    }

    private static boolean share(NewOrder order) {
        return order.symbol().assetClass() == AssetClass.US_EQUITY;
    }
}

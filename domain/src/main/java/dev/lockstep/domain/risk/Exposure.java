package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.risk.limit.RiskRules;
import org.jspecify.annotations.Nullable;

/**
 * The state of the orders at the moment at which an order is to be stored: read under the write
 * lock, so that no other process can use the same room.
 *
 * @param rules the limits and restrictions in force
 * @param netQty the position in the order's instrument, by our own fills
 * @param holdingVersion changes whenever {@code netQty} does
 * @param open the open quantity of orders on the order's side of the instrument
 * @param openOrders the number of orders that are or may be at the broker, of any instrument,
 *     including the exits of unanswered orders and those that this order brings; counted only for a
 *     limit, and up to that limit
 * @param recentOrders the number of orders created within the period of the order rate; counted
 *     only for a limit, and up to that limit
 * @param twin an order of the same terms within the duplicate window, null if there is none or no
 *     limit needs it
 * @param opposite an open market or stop order on the other side of the instrument, null if there
 *     is none or no limit needs it
 * @param carriedQty the filled quantity of the replaced order: it is in the position already, and
 *     counts into the quantity of the replacement
 * @param hangingQty the quantity of the other exits of the same parent, including what they have
 *     filled; zero without a parent
 * @param strategy the state of the order's strategy, null if it has no rules
 * @param openBuys the open buys of the account, null if no limit needs them
 */
public record Exposure(
        RiskRules rules,
        NetQuantity netQty,
        long holdingVersion,
        OpenQuantity open,
        int openOrders,
        int recentOrders,
        @Nullable OrderId twin,
        @Nullable OrderId opposite,
        Quantity carriedQty,
        Quantity hangingQty,
        @Nullable StrategyExposure strategy,
        @Nullable OpenBuys openBuys) {
    /** Creates the exposure for an order without a parent and without rules of its strategy. */
    public Exposure(
            RiskRules rules,
            NetQuantity netQty,
            long holdingVersion,
            OpenQuantity open,
            int openOrders,
            int recentOrders,
            @Nullable OrderId twin,
            @Nullable OrderId opposite,
            Quantity carriedQty) {
        this(
                rules,
                netQty,
                holdingVersion,
                open,
                openOrders,
                recentOrders,
                twin,
                opposite,
                carriedQty,
                Quantity.ZERO,
                null,
                null);
    }

    /** Creates the exposure for an order that replaces none. */
    public Exposure(
            RiskRules rules,
            NetQuantity netQty,
            long holdingVersion,
            OpenQuantity open,
            int openOrders,
            int recentOrders,
            @Nullable OrderId twin,
            @Nullable OrderId opposite) {
        this(
                rules,
                netQty,
                holdingVersion,
                open,
                openOrders,
                recentOrders,
                twin,
                opposite,
                Quantity.ZERO);
    }

    /** Returns an empty exposure under these rules; enough if there are no limits. */
    public static Exposure under(RiskRules rules) {
        return new Exposure(rules, NetQuantity.FLAT, 0, OpenQuantity.NONE, 0, 0, null, null);
    }

    /** Returns the same where one order is no twin, because this one is meant to follow it. */
    public Exposure withoutTwin(OrderId other) {
        return new Exposure(
                rules,
                netQty,
                holdingVersion,
                open,
                openOrders,
                recentOrders,
                other.equals(twin) ? null : twin,
                opposite,
                carriedQty,
                hangingQty,
                strategy,
                openBuys);
    }

    /** Returns the same with these open buys of the account. */
    public Exposure withOpenBuys(OpenBuys other) {
        return new Exposure(
                rules,
                netQty,
                holdingVersion,
                open,
                openOrders,
                recentOrders,
                twin,
                opposite,
                carriedQty,
                hangingQty,
                strategy,
                other);
    }

    /** Returns what the restrictions depend on, under the restrictions alone. */
    public Exposure withoutLimits() {
        return new Exposure(
                rules.withoutLimits(),
                netQty,
                holdingVersion,
                open,
                0,
                0,
                null,
                null,
                Quantity.ZERO,
                Quantity.ZERO,
                strategy,
                null);
    }
}

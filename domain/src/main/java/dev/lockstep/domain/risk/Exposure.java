package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.risk.limit.RiskRules;
import org.jspecify.annotations.Nullable;

/**
 * What the book says at the moment at which an order is to be stored: read under the write lock, so
 * that nobody else can spend the same room.
 *
 * @param rules the limits and restrictions in force
 * @param netQty what is held of the order's instrument, as our own fills add up
 * @param holdingVersion changes whenever {@code netQty} does
 * @param open what open orders on the order's side of the instrument may still trade
 * @param openOrders how many orders are or may be at the broker, whatever the instrument; counted
 *     where a limit asks for it, and up to that limit
 * @param recentOrders how many orders were made within the window of the order rate; counted where
 *     a limit asks for it, and up to that limit
 * @param twin an order of the same terms within the duplicate window, null where there is none or
 *     no limit asks for it
 * @param opposite a market or stop order on the other side of the instrument that is working, null
 *     where there is none or no limit asks for it
 * @param carriedQty what the order that is replaced had traded: it is held already, and counts into
 *     the quantity of the order that takes its place
 * @param hangingQty what the other exits of the order that this one waits for are for, and have
 *     traded; nothing for an order that waits for none
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
        Quantity hangingQty) {
    /** The orders next to one that waits for none. */
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
                Quantity.ZERO);
    }

    /** The book beside an order that replaces none. */
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

    /** An empty book under these rules; all that has to be known where there are none. */
    public static Exposure under(RiskRules rules) {
        return new Exposure(rules, NetQuantity.FLAT, 0, OpenQuantity.NONE, 0, 0, null, null);
    }
}

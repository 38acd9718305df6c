package dev.lockstep.domain.risk;

import java.util.List;

/**
 * The open buy orders of the whole account, which its cash must pay for.
 *
 * @param bookVersion changes whenever any holding does
 * @param orders all buy orders that can trade, without the replaced order
 */
public record OpenBuys(long bookVersion, List<WorkingOrder> orders) {
    public OpenBuys {
        orders = List.copyOf(orders);
    }
}

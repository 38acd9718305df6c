package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.OpenQuantity;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;

/**
 * A closed position that is to stay closed until an order opens one in its instrument.
 *
 * @param symbol the instrument
 * @param close the order that closed it
 * @param snapshot positions without one in the instrument
 */
public record FlatPosition(Symbol symbol, OrderId close, PositionSnapshot snapshot) {
    /**
     * Returns whether none of our orders has filled since the positions were fetched, and none on
     * the side of the opening order may fill.
     *
     * @param now our orders when it is sent
     */
    boolean holds(Exposure now) {
        return now.netQty().equals(snapshot.ours().of(symbol))
                && now.open().equals(OpenQuantity.NONE);
    }

    /**
     * Returns what the limits judge the opening order by: the close often has the same terms, and
     * the order that follows it is no duplicate.
     */
    Exposure judged(Exposure now) {
        return now.withoutTwin(close);
    }
}

package dev.lockstep.domain.position;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches executions into round trips, first in, first out: an exit closes the oldest open quantity
 * of its symbol. Parts of the same entry and exit order are one round trip. Splits are not
 * considered. Not thread-safe.
 */
public final class RoundTrips {
    private final Map<Symbol, Deque<Lot>> open = new HashMap<>();
    private final List<RoundTrip> closed = new ArrayList<>();

    private record Lot(BrokerOrderId order, Side side, Quantity qty, Price price, Instant at) {
        Lot less(Quantity part) {
            return new Lot(order, side, qty.less(part), price, at);
        }
    }

    /** Adds an execution; executions of a symbol must come in the order of their time. */
    public void add(Fill fill) {
        Deque<Lot> lots = open.computeIfAbsent(fill.symbol(), _ -> new ArrayDeque<>());
        Quantity left = fill.lastQty();
        while (!left.zero() && !lots.isEmpty() && lots.getFirst().side() != fill.side()) {
            Lot oldest = lots.removeFirst();
            Quantity part = left.min(oldest.qty());
            close(oldest, part, fill);
            if (part.compareTo(oldest.qty()) < 0) {
                lots.addFirst(oldest.less(part));
            }
            left = left.less(part);
        }
        if (!left.zero()) {
            lots.addLast(
                    new Lot(
                            fill.brokerOrderId(),
                            fill.side(),
                            left,
                            fill.lastPx(),
                            fill.transactTime()));
        }
    }

    /** Returns the round trips so far, in the order in which their exits began. */
    public List<RoundTrip> closed() {
        return List.copyOf(closed);
    }

    private void close(Lot lot, Quantity qty, Fill exit) {
        RoundTrip trip =
                new RoundTrip(
                        exit.symbol(),
                        lot.side(),
                        lot.order(),
                        exit.brokerOrderId(),
                        qty,
                        lot.price().times(qty),
                        exit.lastPx().times(qty),
                        lot.at(),
                        exit.transactTime());
        for (int newest = closed.size() - 1; newest >= 0; newest--) {
            RoundTrip earlier = closed.get(newest);
            if (!earlier.exitOrder().equals(trip.exitOrder())) {
                break;
            }
            if (earlier.sameOrders(trip)) {
                closed.set(newest, earlier.and(trip));
                return;
            }
        }
        closed.add(trip);
    }
}

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
import java.util.ListIterator;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
        if (left.zero()) {
            dropIfEmpty(fill.symbol(), lots);
        } else {
            lots.addLast(
                    new Lot(
                            fill.brokerOrderId(),
                            fill.side(),
                            left,
                            fill.lastPx(),
                            fill.transactTime()));
        }
    }

    /**
     * Ends a quantity that was bought and that a fee in coin took, without a round trip: of the
     * order that the fee was taken for, and of the oldest ones where that has less.
     */
    void take(Symbol symbol, @Nullable BrokerOrderId order, Quantity qty) {
        Deque<Lot> lots = open.get(symbol);
        if (lots == null || lots.getFirst().side() == Side.SELL) {
            return;
        }
        List<Lot> kept = new ArrayList<>(lots);
        Quantity left = taken(kept, lot -> lot.order().equals(order), qty);
        Quantity _ = taken(kept, _ -> true, left);
        lots.clear();
        lots.addAll(kept);
        dropIfEmpty(symbol, lots);
    }

    private static Quantity taken(List<Lot> lots, Predicate<Lot> from, Quantity qty) {
        Quantity left = qty;
        for (ListIterator<Lot> each = lots.listIterator(); each.hasNext() && !left.zero(); ) {
            Lot lot = each.next();
            if (!from.test(lot)) {
                continue;
            }
            Quantity part = left.min(lot.qty());
            left = left.less(part);
            if (part.compareTo(lot.qty()) < 0) {
                each.set(lot.less(part));
            } else {
                each.remove();
            }
        }
        return left;
    }

    /** Returns whether everything that was opened is closed. */
    boolean flat() {
        return open.isEmpty();
    }

    private void dropIfEmpty(Symbol symbol, Deque<Lot> lots) {
        if (lots.isEmpty()) {
            open.remove(symbol);
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

package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.book.OrderHandle;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Makes working orders smaller without a request of their account, as a venue may. */
public final class OrderResize {
    private final ExchangeBook book;
    private final ClockAdvance passage;
    private final Journal journal;

    OrderResize(ExchangeBook book, ClockAdvance passage, Journal journal) {
        this.book = book;
        this.passage = passage;
        this.journal = journal;
    }

    /**
     * Makes an order smaller. The stream reports no event of it.
     *
     * @param qty its new total quantity
     * @return false for an order that has legs or is one, is not working, or has filled as much
     */
    public boolean resize(UUID orderId, BigDecimal qty, Instant now) {
        Instant at = passage.advance(now);
        OrderHandle handle = book.existing(orderId);
        Order order = handle.order();
        BigDecimal before = order.terms().qty();
        boolean smaller =
                before != null
                        && qty.compareTo(before) < 0
                        && qty.compareTo(order.filled().qty()) > 0;
        if (!smaller || order.leg() || !handle.legs().isEmpty() || !order.status().working()) {
            return false;
        }
        journal.write(new LedgerEntry.OrderResized(at, orderId, qty));
        return true;
    }
}

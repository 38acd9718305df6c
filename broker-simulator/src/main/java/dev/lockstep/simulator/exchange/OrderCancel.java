package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.book.OrderHandle;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.matching.Contingency;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Cancels orders together with their order group. */
final class OrderCancel {
    private final Journal journal;
    private final Contingency contingency;
    private final Set<String> stuck;

    /**
     * Creates the canceler.
     *
     * @param stuck the symbols whose cancels stay pending until they leave this set
     */
    OrderCancel(Journal journal, Contingency contingency, Set<String> stuck) {
        this.journal = journal;
        this.contingency = contingency;
        this.stuck = stuck;
    }

    ExchangeResult<OrderSnapshot> cancel(OrderHandle ticket, Instant at) {
        return switch (ticket.order().status()) {
            // Like Alpaca, the exchange accepts a repeated cancel of a canceled order.
            case CANCELED -> new ExchangeResult.Granted<>(ticket.view());
            case FILLED, EXPIRED, REPLACED, REJECTED ->
                    new ExchangeResult.Refused<>(
                            VenueRefusal.unprocessable(
                                    "order is already in \""
                                            + ticket.order().status().wireValue()
                                            + "\" state"));
            case PENDING_CANCEL -> again(ticket, at);
            case PENDING_REPLACE ->
                    new ExchangeResult.Refused<>(
                            VenueRefusal.unprocessable("order pending replace"));
            case NEW,
                    PARTIALLY_FILLED,
                    DONE_FOR_DAY,
                    ACCEPTED,
                    PENDING_NEW,
                    ACCEPTED_FOR_BIDDING,
                    STOPPED,
                    SUSPENDED,
                    CALCULATED,
                    HELD ->
                    request(ticket, at);
        };
    }

    /** Completes a pending cancel. */
    void finish(OrderHandle ticket, Instant at) {
        journal.write(new LedgerEntry.OrderMoved(at, ticket.order().id(), OrderStatus.CANCELED));
        contingency.cancelOthers(ticket, at);
    }

    private ExchangeResult<OrderSnapshot> again(OrderHandle ticket, Instant at) {
        if (!stuck.contains(ticket.order().terms().symbol())) {
            finish(ticket, at);
        }
        return new ExchangeResult.Refused<>(VenueRefusal.unprocessable("order pending cancel"));
    }

    private ExchangeResult<OrderSnapshot> request(OrderHandle ticket, Instant at) {
        UUID id = ticket.order().id();
        if (ticket.order().status().working()) {
            journal.write(new LedgerEntry.OrderMoved(at, id, OrderStatus.PENDING_CANCEL));
            if (stuck.contains(ticket.order().terms().symbol())) {
                return new ExchangeResult.Granted<>(ticket.view());
            }
        }
        finish(ticket, at);
        return new ExchangeResult.Granted<>(ticket.view());
    }
}

package dev.lockstep.simulator.exchange;

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

    Outcome<OrderView> cancel(OrderTicket ticket, Instant at) {
        return switch (ticket.order().status()) {
            // Like Alpaca, the exchange accepts a repeated cancel of a canceled order.
            case CANCELED -> new Outcome.Granted<>(ticket.view());
            case FILLED, EXPIRED, REPLACED, REJECTED ->
                    new Outcome.Refused<>(
                            Refusal.unprocessable(
                                    "order is already in \""
                                            + ticket.order().status().wireValue()
                                            + "\" state"));
            case PENDING_CANCEL -> again(ticket, at);
            case PENDING_REPLACE ->
                    new Outcome.Refused<>(Refusal.unprocessable("order pending replace"));
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
    void finish(OrderTicket ticket, Instant at) {
        journal.write(new LedgerEntry.OrderMoved(at, ticket.order().id(), OrderStatus.CANCELED));
        contingency.cancelOthers(ticket, at);
    }

    private Outcome<OrderView> again(OrderTicket ticket, Instant at) {
        if (!stuck.contains(ticket.order().terms().symbol())) {
            finish(ticket, at);
        }
        return new Outcome.Refused<>(Refusal.unprocessable("order pending cancel"));
    }

    private Outcome<OrderView> request(OrderTicket ticket, Instant at) {
        UUID id = ticket.order().id();
        if (ticket.order().status().working()) {
            journal.write(new LedgerEntry.OrderMoved(at, id, OrderStatus.PENDING_CANCEL));
            if (stuck.contains(ticket.order().terms().symbol())) {
                return new Outcome.Granted<>(ticket.view());
            }
        }
        finish(ticket, at);
        return new Outcome.Granted<>(ticket.view());
    }
}

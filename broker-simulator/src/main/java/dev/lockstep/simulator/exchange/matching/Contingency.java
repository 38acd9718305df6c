package dev.lockstep.simulator.exchange.matching;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.book.OrderHandle;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.LegRole;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderClass;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.TriggerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Effects of a fill or an end of an order on its linked orders. */
public final class Contingency {
    private final ExchangeBook book;
    private final Journal journal;

    public Contingency(ExchangeBook book, Journal journal) {
        this.book = book;
        this.journal = journal;
    }

    /** Handles an order that became active: arms the stop leg of an oco. */
    public void began(OrderHandle ticket, Instant at) {
        if (oco(ticket.order()) && !ticket.order().leg()) {
            ticket.legs().forEach(leg -> arm(leg, at));
        }
    }

    /** Handles a partial or complete fill. */
    void traded(OrderHandle ticket, Instant at) {
        Order order = ticket.order();
        boolean wholly = order.status() == OrderStatus.FILLED;
        boolean entry = !order.leg() && !oco(order);
        if (entry) {
            if (wholly) {
                wake(ticket, at);
            }
        } else if (wholly) {
            cancelOthers(ticket, at);
        } else {
            shrinkOthers(ticket, at);
        }
    }

    /**
     * Cancels the linked orders of an order that ended unfilled, or that is the triggered stop of
     * its group.
     */
    public void cancelOthers(OrderHandle ticket, Instant at) {
        for (OrderHandle other : group(ticket)) {
            if (other != ticket && !other.order().status().closed()) {
                journal.write(
                        new LedgerEntry.OrderMoved(at, other.order().id(), OrderStatus.CANCELED));
            }
        }
    }

    /** A leg that was replaced before the entry filled stays replaced; its successor wakes. */
    private void wake(OrderHandle entry, Instant at) {
        List<OrderHandle> legs =
                entry.legs().stream().filter(leg -> !leg.order().status().closed()).toList();
        boolean alone = legs.size() == 1;
        for (OrderHandle leg : legs) {
            arm(leg, at);
            // While the take-profit is active the stop stays "held": only one of the two is at the
            // market.
            if (alone || leg.order().lineage().role() == LegRole.TAKE_PROFIT) {
                journal.write(new LedgerEntry.OrderMoved(at, leg.order().id(), OrderStatus.NEW));
            }
        }
    }

    private void arm(OrderHandle leg, Instant at) {
        if (leg.order().status() == OrderStatus.HELD) {
            journal.write(new LedgerEntry.OrderReadied(at, leg.order().id(), TriggerState.ARMED));
        }
    }

    private void shrinkOthers(OrderHandle ticket, Instant at) {
        for (OrderHandle other : group(ticket)) {
            if (other != ticket && other.order().status() == OrderStatus.HELD) {
                journal.write(
                        new LedgerEntry.OrderResized(
                                at, other.order().id(), ticket.order().leavesQty()));
            }
        }
    }

    private List<OrderHandle> group(OrderHandle ticket) {
        UUID parentId = ticket.order().lineage().parent();
        OrderHandle parent = parentId == null ? ticket : book.existing(parentId);
        List<OrderHandle> group = new ArrayList<>(parent.legs());
        group.add(parent);
        return group;
    }

    private static boolean oco(Order order) {
        return order.terms().orderClass() == OrderClass.OCO;
    }
}

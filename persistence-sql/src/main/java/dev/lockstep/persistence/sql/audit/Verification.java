package dev.lockstep.persistence.sql.audit;

import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.audit.AuditVerdict.Broken;
import dev.lockstep.domain.audit.ChainBreak;
import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.domain.audit.ChainWalk;
import dev.lockstep.domain.audit.StoredEvent;
import dev.lockstep.domain.audit.StoredState;
import dev.lockstep.domain.port.store.AuditTrail.Progress;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.rows.OrderTable;
import dev.lockstep.persistence.sql.rows.chain.ChainPages;
import dev.lockstep.persistence.sql.rows.chain.ChainPages.EventPage;
import java.util.ArrayList;
import java.util.List;

/**
 * Verification of the event chain and the orders. Each page is a separate read, so that a
 * checkpoint never waits for the whole verification.
 */
final class Verification {
    private static final int ROWS_PER_PAGE = 500;

    private final Readers readers;
    private final Progress progress;
    private final List<ChainBreak> breaks = new ArrayList<>();
    private ChainWalk walk = ChainWalk.START;
    private long events;
    private long orders;
    private long ordersInAll;

    Verification(Readers readers, Progress progress) {
        this.readers = readers;
        this.progress = progress;
    }

    AuditVerdict verdict() {
        ordersInAll = readers.read(session -> new OrderTable(session).count());
        boolean whole = walkEvents() && walkOrders();
        RecordVerification records = new RecordVerification(readers);
        breaks.addAll(records.breaks());
        if (breaks.isEmpty()) {
            return new AuditVerdict.Intact(
                    new ChainHead(walk.seq(), walk.stored()), orders, records.end());
        }
        boolean all = whole && breaks.size() <= Broken.MAX_BREAKS;
        return new Broken(breaks.stream().limit(Broken.MAX_BREAKS).toList(), all);
    }

    /** Returns false if it stopped early because the break limit is reached. */
    private boolean walkEvents() {
        EventPage page;
        long last = Long.MIN_VALUE;
        do {
            long after = last;
            page = readers.read(session -> new ChainPages(session).events(after, ROWS_PER_PAGE));
            for (StoredEvent event : page.events()) {
                breaks.addAll(walk.breaksAt(event));
                walk = walk.to(event);
                last = event.seq();
            }
            events += page.events().size();
            progress.at(events, Math.max(events, page.head().seq()) + ordersInAll);
            if (enough()) {
                return false;
            }
        } while (page.events().size() == ROWS_PER_PAGE);
        breaks.addAll(walk.breaksAtEnd(page.head()));
        return true;
    }

    private boolean walkOrders() {
        List<StoredState> page;
        String last = "";
        do {
            String after = last;
            page = readers.read(session -> new ChainPages(session).orders(after, ROWS_PER_PAGE));
            for (StoredState state : page) {
                breaks.addAll(state.breaks());
                last = state.orderId();
            }
            orders += page.size();
            progress.at(events + orders, events + Math.max(orders, ordersInAll));
            if (enough()) {
                return false;
            }
        } while (page.size() == ROWS_PER_PAGE);
        return true;
    }

    private boolean enough() {
        return breaks.size() > Broken.MAX_BREAKS;
    }
}

package dev.lockstep.persistence.sql.feed;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.read.Reading;
import dev.lockstep.persistence.sql.rows.FeedTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** SQL implementation of {@link OrderFeed}: reads the event chain page by page. */
public final class SqlOrderFeed implements OrderFeed {
    private final Readers readers;

    public SqlOrderFeed(Readers readers) {
        this.readers = readers;
    }

    @Override
    public long last() {
        return read(session -> new FeedTable(session).last());
    }

    @Override
    public List<Change> after(long seq, int limit) {
        requireEvents(limit);
        SequencedMap<OrderId, Change> byOrder = new LinkedHashMap<>();
        read(session -> new FeedTable(session).after(seq, limit))
                .forEach(change -> byOrder.putLast(change.order().id(), change));
        return List.copyOf(byOrder.values());
    }

    @Override
    public List<Step> eventsAfter(long seq, int limit) {
        requireEvents(limit);
        return read(session -> new FeedTable(session).eventsAfter(seq, limit));
    }

    @Override
    public Optional<OrderEvent> event(OrderId id, long version) {
        return read(session -> new FeedTable(session).event(id, version));
    }

    @Override
    public Stretch before(long seq, @Nullable Symbol symbol, int limit) {
        requireEvents(limit);
        return read(session -> {
            FeedTable table = new FeedTable(session);
            long end = Math.min(seq, table.last() + 1);
            long first = Math.max(end - MAX_LOOKED_AT, 1);
            return Stretch.of(table.between(first, end, symbol, limit), limit, first);
        });
    }

    @Override
    public Map<OrderStatus, Long> counts() {
        return read(session -> new FeedTable(session).counts());
    }

    private static void requireEvents(int limit) {
        if (limit < 1 || limit > MAX_EVENTS) {
            throw new InvalidValueException("limit", limit, "1 to " + MAX_EVENTS);
        }
    }

    private <T> T read(Reading<T> reading) {
        InsideWrite.refuse("the feed was read");
        return readers.read(reading);
    }
}

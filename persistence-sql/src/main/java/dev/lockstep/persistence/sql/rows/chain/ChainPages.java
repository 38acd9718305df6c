package dev.lockstep.persistence.sql.rows.chain;

import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.domain.audit.EventHash;
import dev.lockstep.domain.audit.StoredEvent;
import dev.lockstep.domain.audit.StoredState;
import dev.lockstep.domain.audit.StoredState.Pair;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.chain.ChainSql.Agreement;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the event chain and of the orders with their last events, as stored and without
 * validation.
 */
public final class ChainPages {
    private final Session session;

    public ChainPages(Session session) {
        this.session = session;
    }

    /**
     * Returns the events after {@code after} and the chain head, from the same snapshot.
     *
     * @param after the sequence number of the last event of the previous page
     */
    public EventPage events(long after, int limit) throws SQLException {
        session.beginReading();
        try {
            return new EventPage(eventsNow(after, limit), new EventTable(session).head());
        } finally {
            session.rollback();
        }
    }

    /**
     * Returns orders with the events of their versions, by id.
     *
     * @param after the last order id of the previous page, empty for the first page
     */
    public List<StoredState> orders(String after, int limit) throws SQLException {
        PreparedStatement statement = session.kept(ChainSql.ORDERS_AND_LAST_EVENTS);
        new Parameters(statement).text(after).number(limit);
        List<StoredState> states = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                states.add(state(rows));
            }
        }
        return states;
    }

    private List<StoredEvent> eventsNow(long after, int limit) throws SQLException {
        PreparedStatement statement = session.kept(ChainSql.EVENTS);
        new Parameters(statement).number(after).number(limit);
        List<StoredEvent> events = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                events.add(event(rows));
            }
        }
        return events;
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        RawColumns columns = new RawColumns(row);
        long seq = Long.parseLong(columns.required());
        EventHash hash = new EventHash(columns.required());
        boolean orderThere = columns.next() != null;
        List<StoredEvent.Field> terms = columns.fields(ChainSql.TERMS_NAMES);
        removeIfMigrated(terms, columns.next());
        List<StoredEvent.Field> event = columns.fields(ChainSql.EVENT_NAMES);
        String orderId = event.get(0).value();
        long version = Long.parseLong(event.get(1).value());
        List<StoredEvent.Field> fields = new ArrayList<>(version == 1 ? terms : List.of());
        fields.addAll(event);
        return new StoredEvent(seq, orderId, version, fields, orderThere, hash);
    }

    /**
     * Removes a purpose that the migration read from the key. A mark that no release writes is an
     * edit and part of the text, so that the hash differs.
     */
    private static void removeIfMigrated(List<StoredEvent.Field> terms, @Nullable String mark) {
        if ("1".equals(mark)) {
            terms.removeIf(field -> ChainSql.PURPOSE_NAMES.contains(field.name()));
        } else if (mark != null && !"0".equals(mark)) {
            terms.add(new StoredEvent.Field("orders.purpose_migrated", mark));
        }
    }

    private static StoredState state(ResultSet row) throws SQLException {
        RawColumns columns = new RawColumns(row);
        String orderId = columns.required();
        long version = Long.parseLong(columns.required());
        String last = columns.next();
        String mayBeAtBroker = columns.next();
        List<Pair> pairs = new ArrayList<>();
        for (Agreement agreement : ChainSql.AGREEMENTS) {
            pairs.add(new Pair(agreement.ofOrder().getName(), columns.next(), columns.next()));
        }
        String status = pairs.getFirst().ofEvent();
        pairs.add(new Pair("may_be_at_broker", mayBeAtBroker, mayBeAtBroker(status)));
        return new StoredState(orderId, version, last == null ? null : Long.valueOf(last), pairs);
    }

    private static @Nullable String mayBeAtBroker(@Nullable String status) {
        return Arrays.stream(OrderStatus.values())
                .filter(known -> known.name().equals(status))
                .map(known -> known.mayBeAtBroker() ? "1" : "0")
                .findFirst()
                .orElse(null);
    }

    /**
     * A page of events.
     *
     * @param events the events
     * @param head the stored end of the chain
     */
    public record EventPage(List<StoredEvent> events, ChainHead head) {
        public EventPage {
            events = List.copyOf(events);
        }
    }

    /** Reads a row's columns as text, whatever their type. */
    private static final class RawColumns {
        private final ResultSet row;
        private int read;

        RawColumns(ResultSet row) {
            this.row = row;
        }

        @Nullable String next() throws SQLException {
            return row.getString(++read);
        }

        String required() throws SQLException {
            return Objects.requireNonNull(next());
        }

        List<StoredEvent.Field> fields(List<String> names) throws SQLException {
            List<StoredEvent.Field> fields = new ArrayList<>(names.size());
            for (String name : names) {
                String value = next();
                if (value != null) {
                    fields.add(new StoredEvent.Field(name, value));
                }
            }
            return fields;
        }
    }
}

package dev.lockstep.persistence.sql.rows;

import dev.lockstep.domain.audit.EventText;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.chain.EventRow;
import dev.lockstep.persistence.sql.rows.chain.EventTable;
import dev.lockstep.persistence.sql.rows.column.KeyColumns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** The {@code orders} and {@code order_events} tables on one connection. Not thread-safe. */
public final class OrderTable {
    private final Session session;
    private final HoldingTable holdings;

    public OrderTable(Session session) {
        this.session = session;
        this.holdings = new HoldingTable(session);
    }

    /** Returns the order with this id. */
    public Optional<Order> byId(OrderId id) throws SQLException {
        return one(OrderSql.ORDER_BY_ID, id.value());
    }

    /** Returns the order with this id, from the cache if possible; requires the write lock. */
    public Optional<Order> current(OrderId id) throws SQLException {
        Optional<Order> known = session.knownOrders().find(id);
        return known.isPresent() ? known : byId(id);
    }

    /**
     * Reads the given orders that are not cached, several per statement, because a statement costs
     * the driver more than a row; requires the write lock.
     */
    public void readAhead(List<OrderId> ids) throws SQLException {
        List<OrderId> unknown =
                ids.stream()
                        .filter(id -> session.knownOrders().find(id).isEmpty())
                        .distinct()
                        .toList();
        for (int from = 0; unknown.size() - from > 1; from += OrderSql.ORDERS_PER_READ) {
            int to = Math.min(unknown.size(), from + OrderSql.ORDERS_PER_READ);
            readSeveral(unknown.subList(from, to));
        }
    }

    private void readSeveral(List<OrderId> ids) throws SQLException {
        PreparedStatement statement = session.kept(OrderSql.ORDERS_BY_IDS);
        for (int i = 0; i < OrderSql.ORDERS_PER_READ; i++) {
            statement.setString(i + 1, i < ids.size() ? ids.get(i).value() : null);
        }
        try (ResultSet rows = statement.executeQuery()) {
            read(rows, OrderRow::read).forEach(session.knownOrders()::put);
        }
    }

    /** Returns the order with this idempotency key. */
    public Optional<Order> byIdempotencyKey(IdempotencyKey key) throws SQLException {
        return one(OrderSql.ORDER_BY_KEY, KeyColumns.stored(key));
    }

    /** Returns the order with this client order id. */
    public Optional<Order> byClientOrderId(ClientOrderId id) throws SQLException {
        return one(OrderSql.ORDER_BY_CLIENT_ID, id.value());
    }

    /** Returns the order with this broker order id. */
    public Optional<Order> byBrokerOrderId(BrokerOrderId id) throws SQLException {
        return one(OrderSql.ORDER_BY_BROKER_ID, id.value());
    }

    /** Returns the id of the order with this broker order id. */
    public Optional<OrderId> idOf(BrokerOrderId id) throws SQLException {
        return all(OrderSql.ID_BY_BROKER_ID, id.value(), row -> new OrderId(row.getString(1)))
                .stream()
                .findFirst();
    }

    /** Returns the orders with these broker order ids, by the id. */
    public Map<BrokerOrderId, Order> byBrokerOrderIds(List<BrokerOrderId> ids) throws SQLException {
        Map<BrokerOrderId, Order> found = new HashMap<>();
        for (BrokerOrderId id : ids) {
            byBrokerOrderId(id).ifPresent(order -> found.put(id, order));
        }
        return found;
    }

    /** Returns the child orders of {@code parent}, oldest first. */
    public List<Order> legs(OrderId parent) throws SQLException {
        return all(OrderSql.LEGS, parent.value(), OrderRow::read);
    }

    /** Returns the orders that replaced, or were to replace, this one, oldest first. */
    public List<Order> replacements(OrderId replaced) throws SQLException {
        return all(OrderSql.REPLACEMENTS, replaced.value(), OrderRow::read);
    }

    /** Returns an order's events, oldest first. */
    public List<OrderEvent> history(OrderId id) throws SQLException {
        return all(OrderSql.HISTORY, id.value(), EventRow::read);
    }

    /** Returns the number of orders. */
    public long count() throws SQLException {
        try (ResultSet row = session.kept(OrderSql.COUNT).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Inserts a new order and its first event, at most once per idempotency key.
     *
     * @throws InvalidValueException if its id is in use, or an order that it names is not stored
     */
    public AddOutcome add(Order order, Evidence evidence) throws SQLException {
        requireStored("parent", order.parent());
        requireStored("replaces", order.replaces());
        if (insert(order, evidence)) {
            return new AddOutcome.Added(order);
        }
        // A known key is rare, so it is looked up only after the insert has found one.
        return byIdempotencyKey(order.idempotencyKey())
                .<AddOutcome>map(AddOutcome.AlreadyThere::new)
                .orElseThrow(() ->
                        new InvalidValueException("orderId", order.id(), "an id not used before"));
    }

    private void requireStored(String field, @Nullable OrderId id) throws SQLException {
        if (id != null && current(id).isEmpty()) {
            throw new InvalidValueException(field, id, "the id of a stored order");
        }
    }

    /** Writes nothing and returns false if its id, client order id or key is in use. */
    private boolean insert(Order order, Evidence evidence) throws SQLException {
        EventTable events = new EventTable(session);
        EventText text = events.next();
        PreparedStatement statement = session.kept(OrderSql.INSERT_ORDER);
        OrderRow.bindInsert(statement, order, text);
        if (statement.executeUpdate() == 0) {
            return false;
        }
        events.append(OrderEvent.of(order, evidence), text);
        session.knownOrders().put(order);
        holdings.moved(null, order);
        return true;
    }

    /** Writes the next version of an order and its event. */
    public void update(Order before, Order after, Evidence evidence) throws SQLException {
        changeState(before, after);
        EventTable events = new EventTable(session);
        events.append(OrderEvent.of(after, evidence), events.next());
        session.knownOrders().put(after);
        holdings.moved(before, after);
    }

    /**
     * Writes the columns with an index only if they change, unless that would be a second kind of
     * changes that are sent together.
     */
    private void changeState(Order before, Order after) throws SQLException {
        boolean indexUnchanged =
                before.status().mayBeAtBroker() == after.status().mayBeAtBroker()
                        && Objects.equals(before.brokerOrderId(), after.brokerOrderId());
        if (indexUnchanged && !session.sendsTogether()) {
            session.change(
                    OrderSql.UPDATE_STATE,
                    row -> OrderRow.bindUpdate(row, after),
                    () -> versionMissing(before));
        } else {
            session.change(
                    OrderSql.UPDATE_INDEXED_STATE,
                    row -> OrderRow.bindIndexedUpdate(row, after),
                    () -> versionMissing(before));
        }
    }

    private static RepositoryException versionMissing(Order before) {
        return new RepositoryException(
                Reason.CORRUPT,
                "order "
                        + before.id()
                        + " does not have version "
                        + before.version()
                        + " within its own write");
    }

    private Optional<Order> one(Query sql, String key) throws SQLException {
        return all(sql, key, OrderRow::read).stream().findFirst();
    }

    private <T> List<T> all(Query sql, String key, RowReader<T> reader) throws SQLException {
        PreparedStatement statement = session.kept(sql);
        statement.setString(1, key);
        try (ResultSet rows = statement.executeQuery()) {
            return read(rows, reader);
        }
    }

    /** Reads all rows; an invalid value is reported as corruption, not as an argument error. */
    public static <T> List<T> read(ResultSet rows, RowReader<T> reader) throws SQLException {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
            try {
                read.add(reader.read(rows));
            } catch (IllegalArgumentException damage) {
                throw new RepositoryException(
                        Reason.CORRUPT,
                        "the row of "
                                + rows.getString(1)
                                + " cannot be read: "
                                + damage.getMessage(),
                        damage);
            }
        }
        return read;
    }

    /** Maps the current row of a result set. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}

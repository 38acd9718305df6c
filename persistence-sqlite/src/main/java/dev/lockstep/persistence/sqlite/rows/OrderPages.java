package dev.lockstep.persistence.sqlite.rows;

import static dev.lockstep.persistence.sqlite.generated.Tables.ORDERS;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderQuery.Direction;
import dev.lockstep.persistence.sqlite.connection.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Pages of orders, each read along an index from where the page before ended.
 *
 * <p>Orders that may be at the broker are in one small index, the others in one by status. A query
 * for several statuses therefore reads one run for each, all in the order of ids, and merges them:
 * no run is longer than the page, however many orders there are.
 */
public final class OrderPages {
    private final Session session;

    /** Pages as this connection sees them. */
    public OrderPages(Session session) {
        this.session = session;
    }

    /** One page. */
    public List<Order> page(OrderQuery query) throws SQLException {
        List<Condition> runs = runs(query.statuses());
        if (runs.size() == 1) {
            return run(query, runs.getFirst());
        }
        session.beginReading();
        try {
            return merged(query, runs);
        } finally {
            session.rollback();
        }
    }

    private List<Order> merged(OrderQuery query, List<Condition> runs) throws SQLException {
        List<Order> found = new ArrayList<>();
        for (Condition run : runs) {
            found.addAll(run(query, run));
        }
        Comparator<Order> oldestFirst = Comparator.comparing(Order::id);
        return found.stream()
                .sorted(oldestFirst(query) ? oldestFirst : oldestFirst.reversed())
                .limit(query.limit())
                .toList();
    }

    private static List<Condition> runs(Set<OrderStatus> statuses) {
        if (statuses.size() == OrderStatus.values().length) {
            return List.of(DSL.noCondition());
        }
        Set<OrderStatus> atBroker = EnumSet.noneOf(OrderStatus.class);
        List<Condition> runs = new ArrayList<>();
        for (OrderStatus status : new TreeSet<>(statuses)) {
            if (status.mayBeAtBroker()) {
                atBroker.add(status);
            } else {
                runs.add(mayBeAtBroker(false).and(ORDERS.STATUS.eq(literal(status))));
            }
        }
        if (!atBroker.isEmpty()) {
            runs.add(mayBeAtBroker(true).and(in(atBroker)));
        }
        return runs;
    }

    /** Written into the SQL: SQLite uses a partial index only where it can see the value. */
    private static Condition mayBeAtBroker(boolean wanted) {
        return ORDERS.MAY_BE_AT_BROKER.eq(DSL.inline(wanted ? 1 : 0));
    }

    private static Condition in(Set<OrderStatus> statuses) {
        return ORDERS.STATUS.in(statuses.stream().map(OrderPages::literal).toList());
    }

    private static org.jooq.Field<String> literal(OrderStatus status) {
        return DSL.inline(status.name());
    }

    private List<Order> run(OrderQuery query, Condition run) throws SQLException {
        Select<?> select =
                OrderSql.RENDER
                        .select(OrderSql.ORDER_COLUMNS)
                        .from(ORDERS)
                        .where(run.and(filter(query)))
                        .orderBy(
                                oldestFirst(query) ? ORDERS.ORDER_ID.asc() : ORDERS.ORDER_ID.desc())
                        .limit(DSL.inline(query.limit()));
        List<Object> values = select.getBindValues();
        try (PreparedStatement statement = session.prepared(select.getSQL())) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, String.valueOf(values.get(i)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return OrderTable.read(rows, OrderRow::read);
            }
        }
    }

    private static Condition filter(OrderQuery query) {
        Condition filter = DSL.noCondition();
        if (query.symbol() != null) {
            filter = filter.and(ORDERS.SYMBOL.eq(query.symbol().value()));
        }
        if (query.strategy() != null) {
            filter = filter.and(ORDERS.STRATEGY.eq(query.strategy().value()));
        }
        if (query.side() != null) {
            filter = filter.and(ORDERS.SIDE.eq(DSL.inline(query.side().name())));
        }
        filter = filter.and(trades(query.trades()));
        if (query.after() == null) {
            return filter;
        }
        String after = query.after().value();
        return filter.and(
                oldestFirst(query) ? ORDERS.ORDER_ID.gt(after) : ORDERS.ORDER_ID.lt(after));
    }

    private static Condition trades(OrderQuery.Trades trades) {
        return switch (trades) {
            case ANY -> DSL.noCondition();
            case SOME -> ORDERS.CUM_QTY.ne(DSL.inline("0"));
            case SOME_OR_CHAINED ->
                    ORDERS.CUM_QTY.ne(DSL.inline("0")).or(ORDERS.REPLACES.isNotNull());
        };
    }

    private static boolean oldestFirst(OrderQuery query) {
        return query.direction() == Direction.OLDEST_FIRST;
    }
}

package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.ORDERS;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.Adjustments.Entry;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads what happened in one instrument or one chain of replacements, on one connection. */
final class HistoryReader {
    private static final Query OF_ANY_STRATEGY =
            OrderSql.RENDER
                    .select(ORDERS.ORDER_ID)
                    .from(ORDERS)
                    .where(ORDERS.SYMBOL.eq(param(ORDERS.SYMBOL)), ORDERS.STRATEGY.isNotNull())
                    .limit(DSL.inline(1));

    private final Session session;

    HistoryReader(Session session) {
        this.session = session;
    }

    static <T> Param<T> param(Field<T> column) {
        return DSL.param(column.getName(), column.getDataType());
    }

    /** Returns whether an order of any strategy is for this instrument. */
    boolean ofStrategies(Symbol symbol) throws SQLException {
        PreparedStatement statement = session.kept(OF_ANY_STRATEGY);
        new Parameters(statement).text(symbol.value());
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    /** Returns all orders of an instrument that say what was traded. */
    List<Order> counted(Symbol symbol) throws SQLException {
        List<Order> all = new ArrayList<>();
        OrderQuery query = OrderQuery.all().of(symbol).counted();
        List<Order> page = new OrderPages(session).page(query);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = new OrderPages(session).page(query.after(page.getLast().id()));
        }
        return all;
    }

    /** Returns all adjustments of an instrument. */
    List<Adjustment> adjustments(Symbol symbol) throws SQLException {
        List<Adjustment> all = new ArrayList<>();
        AdjustmentQuery query = AdjustmentQuery.all().of(symbol);
        List<Entry> page = new AdjustmentTable(session).page(query);
        while (!page.isEmpty()) {
            page.forEach(entry -> all.add(entry.adjustment()));
            page = new AdjustmentTable(session).page(query.after(page.getLast().number()));
        }
        return all;
    }

    /** Returns the strategy of an order; empty if it has none or is not known. */
    Optional<StrategyId> strategy(BrokerOrderId id) throws SQLException {
        return orders().byBrokerOrderId(id).map(order -> order.terms().strategy());
    }

    /** Returns an order with all that it replaces and that replace it. */
    List<Order> chain(Order order) throws SQLException {
        Order first = order;
        for (Optional<Order> earlier = replaced(first);
                earlier.isPresent();
                earlier = replaced(first)) {
            first = earlier.get();
        }
        List<Order> chain = new ArrayList<>(List.of(first));
        for (int place = 0; place < chain.size(); place++) {
            chain.addAll(orders().replacements(chain.get(place).id()));
        }
        return chain;
    }

    /** Returns the orders with one of them in another version, or without it. */
    static List<Order> with(List<Order> orders, Order replaced, @Nullable Order other) {
        return orders.stream()
                .map(order -> order.id().equals(replaced.id()) ? other : order)
                .filter(Objects::nonNull)
                .toList();
    }

    private OrderTable orders() {
        return new OrderTable(session);
    }

    private Optional<Order> replaced(Order order) throws SQLException {
        OrderId id = order.replaces();
        return id == null ? Optional.empty() : orders().byId(id);
    }
}

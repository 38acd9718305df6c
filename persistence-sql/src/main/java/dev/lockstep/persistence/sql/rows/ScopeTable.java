package dev.lockstep.persistence.sql.rows;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.risk.WorkingOrder;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.column.AmountColumns;
import dev.lockstep.persistence.sql.rows.column.ClassColumns;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import dev.lockstep.persistence.sql.rows.column.TypeColumns;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** What limits count of all orders, or of those of one strategy, on one connection. */
final class ScopeTable {
    private final Session session;
    private final ConditionalInsert gated;
    private final NewOrder terms;
    private final String excluded;
    private final @Nullable StrategyId strategy;
    private final ExposureSql sql;

    /**
     * Creates the table for an order.
     *
     * @param strategy the strategy whose orders count, null for all orders
     */
    ScopeTable(Session session, ConditionalInsert gated, @Nullable StrategyId strategy) {
        this.session = session;
        this.gated = gated;
        this.terms = gated.intent().terms();
        this.excluded = gated.replaced() == null ? "" : gated.replaced().value();
        this.strategy = strategy;
        this.sql = strategy == null ? ExposureSql.ACCOUNT : ExposureSql.STRATEGY;
    }

    /** Returns the orders that can trade. */
    List<WorkingOrder> working() throws SQLException {
        return working(sql.working);
    }

    /** Returns the buy orders that can trade. */
    List<WorkingOrder> workingBuys() throws SQLException {
        return working(sql.workingBuys);
    }

    private List<WorkingOrder> working(Query query) throws SQLException {
        PreparedStatement statement = session.kept(query);
        scoped(new Parameters(statement).text(excluded));
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, ScopeTable::working).stream()
                    .filter(order -> !order.id().equals(gated.intent().id()))
                    .toList();
        }
    }

    private static WorkingOrder working(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        OrderId id = columns.value(OrderId::new);
        @Nullable OrderId group = columns.valueOrNull(OrderId::new);
        OrderAmount amount = AmountColumns.read(columns);
        Quantity cumQty = columns.value(Quantity::of);
        return new WorkingOrder(
                id,
                group,
                columns.value(Symbol::new),
                columns.enumValue(Side.class),
                amount,
                cumQty,
                columns.valueOrNull(Price::of),
                columns.valueOrNull(Price::of));
    }

    int openOrders(Optional<RiskLimit.MaxOpenOrders> limit) throws SQLException {
        if (limit.isEmpty()) {
            return 0;
        }
        PreparedStatement statement = session.kept(sql.openOrders);
        scoped(new Parameters(statement).text(excluded)).number(limit.get().max());
        int own = gated.replaced() == null ? terms.orderClass().exits() : 0;
        return Math.min(limit.get().max(), number(statement) + exitsToCome() + own);
    }

    /** The exits that the broker may have made of unanswered orders and that are not stored. */
    private int exitsToCome() throws SQLException {
        PreparedStatement statement = session.kept(sql.unansweredWithExits);
        scoped(new Parameters(statement).text(excluded));
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, ScopeTable::exitsToCome).stream().reduce(0, Integer::sum);
        }
    }

    private static int exitsToCome(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        int exits = ClassColumns.read(columns).orderClass().exits();
        return Math.max(0, exits - Math.toIntExact(columns.number()));
    }

    int recentOrders(Optional<RiskLimit.MaxOrderRate> limit) throws SQLException {
        if (limit.isEmpty()) {
            return 0;
        }
        RiskLimit.MaxOrderRate rate = limit.get();
        int atBroker = recent(sql.recentAtBroker, rate);
        int others = recent(sql.recentNotAtBroker, rate);
        return Math.min(rate.orders(), atBroker + others);
    }

    private int recent(Query query, RiskLimit.MaxOrderRate rate) throws SQLException {
        PreparedStatement statement = session.kept(query);
        scoped(new Parameters(statement).text(firstWithin(rate.window())).text(excluded))
                .number(rate.orders());
        return number(statement);
    }

    @Nullable OrderId twin(Optional<RiskLimit.DuplicateWindow> limit) throws SQLException {
        if (limit.isEmpty()) {
            return null;
        }
        PreparedStatement statement = session.kept(sql.twin);
        Parameters parameters =
                new Parameters(statement)
                        .text(terms.symbol().value())
                        .text(terms.side().name())
                        .text(firstWithin(limit.get().window()))
                        .text(excluded);
        AmountColumns.bind(parameters, terms.amount());
        TypeColumns.of(terms.type()).bind(parameters);
        scoped(parameters);
        return ExposureTable.firstId(statement);
    }

    private Parameters scoped(Parameters parameters) throws SQLException {
        return strategy == null ? parameters : parameters.text(strategy.value());
    }

    private String firstWithin(Duration window) {
        return OrderId.earliestAt(gated.intent().createdAt().minus(window)).value();
    }

    private static int number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}

package dev.lockstep.persistence.sqlite.rows;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.OpenQuantities;
import dev.lockstep.domain.risk.OpenQuantity;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.rows.HoldingTable.Holding;
import dev.lockstep.persistence.sqlite.rows.column.AmountColumns;
import dev.lockstep.persistence.sqlite.rows.column.ClassColumns;
import dev.lockstep.persistence.sqlite.rows.column.Columns;
import dev.lockstep.persistence.sqlite.rows.column.Parameters;
import dev.lockstep.persistence.sqlite.rows.column.TypeColumns;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** Exposure data for a new order, on one connection. */
public final class ExposureTable {
    private final Session session;
    private final ConditionalInsert gated;
    private final NewOrder terms;
    private final String excluded;

    /** Creates the table for an order, on the writer's or a reader's connection. */
    public ExposureTable(Session session, ConditionalInsert gated) {
        this.session = session;
        this.gated = gated;
        this.terms = gated.intent().terms();
        this.excluded = gated.replaced() == null ? "" : gated.replaced().value();
    }

    /** Returns the exposure required by the rules, within the write that stores the order. */
    public Exposure read() throws SQLException {
        RiskRules rules = new RiskTable(session).rules();
        return rules.none() && gated.intent().status() != OrderStatus.WAITING
                ? Exposure.under(rules)
                : exposure(rules, new HoldingTable(session).of(terms.symbol()));
    }

    /**
     * Returns the complete exposure, regardless of the rules, within the write that sends the
     * order.
     */
    public Exposure whole() throws SQLException {
        return exposure(
                new RiskTable(session).rules(), new HoldingTable(session).of(terms.symbol()));
    }

    /** Returns the exposure required by the rules, for a reader: writes nothing. */
    public Exposure seen() throws SQLException {
        RiskRules rules = new RiskTable(session).rules();
        return rules.none()
                ? Exposure.under(rules)
                : exposure(rules, new HoldingTable(session).seen(terms.symbol()));
    }

    private Exposure exposure(RiskRules rules, Holding holding) throws SQLException {
        RiskLimits limits = rules.limits();
        return new Exposure(
                rules,
                holding.netQty(),
                holding.version(),
                open(),
                openOrders(limits.of(RiskLimit.MaxOpenOrders.class)),
                recentOrders(limits.of(RiskLimit.MaxOrderRate.class)),
                twin(limits.of(RiskLimit.DuplicateWindow.class)),
                opposite(limits.of(RiskLimit.NoWashTrades.class)),
                carriedQty(),
                childQty());
    }

    private Quantity childQty() throws SQLException {
        OrderId parent = gated.intent().parent();
        if (parent == null || gated.intent().status() != OrderStatus.WAITING) {
            return Quantity.ZERO;
        }
        PreparedStatement statement = session.kept(ExposureSql.CHILDREN);
        new Parameters(statement).text(parent.value()).text(excluded);
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, ExposureTable::taken).stream()
                    .reduce(Quantity.ZERO, Quantity::plus);
        }
    }

    /** Returns the filled quantity of a closed order, or the order quantity of an open one. */
    private static Quantity taken(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        Quantity orderQty = columns.valueOrNull(Quantity::of);
        Quantity cumQty = columns.value(Quantity::of);
        return orderQty == null || columns.enumValue(OrderStatus.class).closed()
                ? cumQty
                : orderQty;
    }

    private Quantity carriedQty() throws SQLException {
        if (gated.replaced() == null) {
            return Quantity.ZERO;
        }
        PreparedStatement statement = session.kept(ExposureSql.TRADED);
        new Parameters(statement).text(excluded);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Quantity.of(row.getString(1)) : Quantity.ZERO;
        }
    }

    private OpenQuantity open() throws SQLException {
        PreparedStatement statement = session.kept(ExposureSql.OPEN_ON_SIDE);
        ofSide(statement, terms.side()).text(excluded);
        OpenQuantities open = new OpenQuantities();
        try (ResultSet rows = statement.executeQuery()) {
            OrderTable.read(rows, ExposureTable::working).stream()
                    .filter(order -> !order.id().equals(gated.intent().id()))
                    .forEach(order -> order.addTo(open));
        }
        return open.sum();
    }

    private int openOrders(Optional<RiskLimit.MaxOpenOrders> limit) throws SQLException {
        if (limit.isEmpty()) {
            return 0;
        }
        PreparedStatement statement = session.kept(ExposureSql.OPEN_ORDERS);
        new Parameters(statement).text(excluded).number(limit.get().max());
        int own = gated.replaced() == null ? terms.orderClass().exits() : 0;
        return Math.min(limit.get().max(), number(statement) + exitsToCome() + own);
    }

    /** The exits that the broker may have made of unanswered orders and that are not stored. */
    private int exitsToCome() throws SQLException {
        PreparedStatement statement = session.kept(ExposureSql.UNANSWERED_WITH_EXITS);
        new Parameters(statement).text(excluded);
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, ExposureTable::exitsToCome).stream()
                    .reduce(0, Integer::sum);
        }
    }

    private static int exitsToCome(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        int exits = ClassColumns.read(columns).orderClass().exits();
        return Math.max(0, exits - Math.toIntExact(columns.number()));
    }

    private int recentOrders(Optional<RiskLimit.MaxOrderRate> limit) throws SQLException {
        if (limit.isEmpty()) {
            return 0;
        }
        RiskLimit.MaxOrderRate rate = limit.get();
        int atBroker = recent(ExposureSql.RECENT_AT_BROKER, rate);
        int others = recent(ExposureSql.RECENT_NOT_AT_BROKER, rate);
        return Math.min(rate.orders(), atBroker + others);
    }

    private int recent(Query query, RiskLimit.MaxOrderRate rate) throws SQLException {
        PreparedStatement statement = session.kept(query);
        new Parameters(statement)
                .text(firstWithin(rate.window()))
                .text(excluded)
                .number(rate.orders());
        return number(statement);
    }

    private @Nullable OrderId twin(Optional<RiskLimit.DuplicateWindow> limit) throws SQLException {
        if (limit.isEmpty()) {
            return null;
        }
        PreparedStatement statement = session.kept(ExposureSql.TWIN);
        Parameters parameters =
                ofSide(statement, terms.side())
                        .text(firstWithin(limit.get().window()))
                        .text(excluded);
        AmountColumns.of(terms.amount()).bind(parameters);
        TypeColumns.of(terms.type()).bind(parameters);
        return firstId(statement);
    }

    private @Nullable OrderId opposite(Optional<RiskLimit.NoWashTrades> limit) throws SQLException {
        if (limit.isEmpty()) {
            return null;
        }
        PreparedStatement statement = session.kept(ExposureSql.OPPOSITE);
        ofSide(statement, terms.side() == Side.BUY ? Side.SELL : Side.BUY).text(excluded);
        return firstId(statement);
    }

    private Parameters ofSide(PreparedStatement statement, Side side) throws SQLException {
        Symbol symbol = terms.symbol();
        return new Parameters(statement).text(symbol.value()).text(side.name());
    }

    private String firstWithin(Duration window) {
        return OrderId.earliestAt(gated.intent().createdAt().minus(window)).value();
    }

    private static int number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.getInt(1);
        }
    }

    private static @Nullable OrderId firstId(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? new OrderId(row.getString(1)) : null;
        }
    }

    private static Working working(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Working(
                columns.value(OrderId::new),
                columns.valueOrNull(OrderId::new),
                AmountColumns.read(columns).amount(),
                columns.value(Quantity::of));
    }

    private record Working(
            OrderId id, @Nullable OrderId parent, OrderAmount amount, Quantity cumQty) {
        void addTo(OpenQuantities open) {
            open.add(id, parent, amount, cumQty);
        }
    }
}

package dev.lockstep.persistence.sql.rows;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.position.StrategyPart;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.OpenBuys;
import dev.lockstep.domain.risk.OpenQuantities;
import dev.lockstep.domain.risk.OpenQuantity;
import dev.lockstep.domain.risk.StrategyExposure;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.HoldingTable.Holding;
import dev.lockstep.persistence.sql.rows.column.AmountColumns;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
        RiskRules rules = rules();
        return rules.none() && gated.intent().status() != OrderStatus.WAITING
                ? Exposure.under(rules)
                : exposure(rules, true);
    }

    /**
     * Returns the complete exposure, regardless of the rules, within the write that sends the
     * order.
     */
    public Exposure whole() throws SQLException {
        return exposure(rules(), true);
    }

    /** Returns the exposure required by the rules, for a reader: writes nothing. */
    public Exposure seen() throws SQLException {
        RiskRules rules = rules();
        return rules.none() ? Exposure.under(rules) : exposure(rules, false);
    }

    private RiskRules rules() throws SQLException {
        return new RiskTable(session).rules(terms.strategy());
    }

    private Exposure exposure(RiskRules rules, boolean writing) throws SQLException {
        HoldingTable holdings = new HoldingTable(session);
        StrategyExposure strategy = strategy(rules, holdings, writing);
        OpenBuys openBuys = openBuys(rules, holdings, writing);
        Holding holding = writing ? holdings.of(terms.symbol()) : holdings.seen(terms.symbol());
        RiskLimits limits = rules.limits();
        ScopeTable account = new ScopeTable(session, gated, null);
        return new Exposure(
                rules,
                holding.netQty(),
                holding.version(),
                open(),
                account.openOrders(limits.of(RiskLimit.MaxOpenOrders.class)),
                account.recentOrders(limits.of(RiskLimit.MaxOrderRate.class)),
                account.twin(limits.of(RiskLimit.DuplicateWindow.class)),
                opposite(limits.of(RiskLimit.NoWashTrades.class)),
                carriedQty(),
                childQty(),
                strategy,
                openBuys);
    }

    private @Nullable StrategyExposure strategy(
            RiskRules rules, HoldingTable holdings, boolean writing) throws SQLException {
        StrategyId strategy = terms.strategy();
        RiskLimits limits = rules.of(strategy).limits();
        if (strategy == null || rules.of(strategy).none()) {
            return null;
        }
        if (writing) {
            holdings.createAll();
        }
        LocalDate today = DayTrades.dayOf(gated.intent().createdAt());
        List<StrategyPart> parts =
                writing ? holdings.parts(strategy) : holdings.seenParts(strategy);
        ScopeTable own = new ScopeTable(session, gated, strategy);
        return new StrategyExposure(
                strategy,
                parts.stream().filter(part -> part.counts(today)).toList(),
                own.working(),
                own.openOrders(limits.of(RiskLimit.MaxOpenOrders.class)),
                own.recentOrders(limits.of(RiskLimit.MaxOrderRate.class)),
                own.twin(limits.of(RiskLimit.DuplicateWindow.class)),
                opposite(limits.of(RiskLimit.NoWashTrades.class)));
    }

    private @Nullable OpenBuys openBuys(RiskRules rules, HoldingTable holdings, boolean writing)
            throws SQLException {
        boolean needed =
                rules.limits().of(RiskLimit.NoMargin.class).isPresent()
                        || rules.of(terms.strategy())
                                .limits()
                                .of(RiskLimit.NoMargin.class)
                                .isPresent();
        if (!needed) {
            return null;
        }
        if (writing) {
            holdings.createAll();
        }
        return new OpenBuys(
                holdings.bookVersion(), new ScopeTable(session, gated, null).workingBuys());
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

    static @Nullable OrderId firstId(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? new OrderId(row.getString(1)) : null;
        }
    }

    private static Working working(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Working(
                columns.value(OrderId::new),
                columns.valueOrNull(OrderId::new),
                AmountColumns.read(columns),
                columns.value(Quantity::of));
    }

    private record Working(
            OrderId id, @Nullable OrderId parent, OrderAmount amount, Quantity cumQty) {
        void addTo(OpenQuantities open) {
            open.add(id, parent, amount, cumQty);
        }
    }
}

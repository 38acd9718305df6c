package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.HOLDINGS;
import static dev.lockstep.persistence.sql.generated.Tables.ORDERS;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.StrategyPart;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Holdings per instrument, on one connection within a write.
 *
 * <p>An instrument gets a row when a limit first queries it or it is adjusted. From then on every
 * fill and adjustment updates the row, so that the history is not summed while the write lock is
 * held.
 */
public final class HoldingTable {
    private static final Query READ =
            OrderSql.RENDER
                    .select(HOLDINGS.SYMBOL, HOLDINGS.NET_QTY, HOLDINGS.VERSION)
                    .from(HOLDINGS)
                    .where(HOLDINGS.SYMBOL.eq(DSL.param("symbol", HOLDINGS.SYMBOL)));
    private static final Query READ_ALL =
            OrderSql.RENDER
                    .select(HOLDINGS.SYMBOL, HOLDINGS.NET_QTY, HOLDINGS.VERSION)
                    .from(HOLDINGS)
                    .orderBy(HOLDINGS.SYMBOL);
    private static final Query VERSIONS =
            OrderSql.RENDER
                    .select(DSL.coalesce(DSL.sum(HOLDINGS.VERSION), DSL.inline(0)))
                    .from(HOLDINGS);
    private static final Query UNKNOWN = unknownSymbols();
    private static final Query INSERT =
            OrderSql.RENDER
                    .insertInto(HOLDINGS, HOLDINGS.SYMBOL, HOLDINGS.NET_QTY, HOLDINGS.VERSION)
                    .values(
                            DSL.param("symbol", HOLDINGS.SYMBOL),
                            DSL.param("net_qty", HOLDINGS.NET_QTY),
                            DSL.inline(1, HOLDINGS.VERSION));
    private static final Query UPDATE =
            OrderSql.RENDER
                    .update(HOLDINGS)
                    .set(HOLDINGS.NET_QTY, DSL.param("net_qty", HOLDINGS.NET_QTY))
                    .set(HOLDINGS.VERSION, HOLDINGS.VERSION.plus(DSL.inline(1)))
                    .where(HOLDINGS.SYMBOL.eq(DSL.param("symbol", HOLDINGS.SYMBOL)));
    private final Session session;
    private final StrategyPartTable parts;

    public HoldingTable(Session session) {
        this.session = session;
        this.parts = new StrategyPartTable(session);
    }

    /** Returns the holding of an instrument; creates its row if absent. */
    public Holding of(Symbol symbol) throws SQLException {
        Optional<Holding> known = read(symbol);
        if (known.isPresent()) {
            return known.get();
        }
        Holding first = new Holding(symbol, computed(symbol), 1);
        PreparedStatement statement = session.kept(INSERT);
        new Parameters(statement).text(symbol.value()).text(first.netQty().toString());
        statement.executeUpdate();
        parts.create(symbol);
        session.knownOrders().holding(symbol);
        return first;
    }

    /** Returns the holding of an instrument for a reader, without creating its row. */
    Holding seen(Symbol symbol) throws SQLException {
        Optional<Holding> known = read(symbol);
        return known.isPresent() ? known.get() : new Holding(symbol, computed(symbol), 1);
    }

    /**
     * Adds an order's new fills to the holding.
     *
     * @param before the version before, null for a new order
     */
    void moved(@Nullable Order before, Order order) throws SQLException {
        Symbol symbol = order.terms().symbol();
        if (sameFills(before, order) || session.knownOrders().hasNoHolding(symbol)) {
            return;
        }
        Optional<Holding> known = read(symbol);
        if (known.isEmpty()) {
            session.knownOrders().noHolding(symbol);
            return;
        }
        NetQuantity total = moved(before, order, known.get().netQty());
        parts.moved(before, order, total);
    }

    private NetQuantity moved(@Nullable Order before, Order order, NetQuantity held)
            throws SQLException {
        if (before != null && sameQuantity(before, order)) {
            return held;
        }
        Symbol symbol = order.terms().symbol();
        Quantity traded = before == null ? Quantity.ZERO : before.cumQty();
        NetQuantity total =
                inChain(order)
                        ? computed(symbol)
                        : order.terms().side() == Side.BUY
                                ? held.plus(order.cumQty()).minus(traded)
                                : held.minus(order.cumQty()).plus(traded);
        store(symbol, total);
        return total;
    }

    private static boolean sameFills(@Nullable Order before, Order after) {
        return before == null
                ? after.cumQty().zero()
                : sameQuantity(before, after) && Objects.equals(after.avgPx(), before.avgPx());
    }

    /** A replacement that is rejected traded nothing itself, so its status counts too. */
    private static boolean sameQuantity(Order before, Order after) {
        return after.cumQty().equals(before.cumQty())
                && Objects.equals(after.state().carried(), before.state().carried())
                && (after.replaces() == null || after.status() == before.status());
    }

    /** Adds an adjustment to the holding; its own row must be inserted already. */
    void adjusted(Adjustment adjustment) throws SQLException {
        Symbol symbol = adjustment.symbol();
        if (symbol == null) {
            return;
        }
        Optional<Holding> known = read(symbol);
        if (known.isPresent()) {
            if (!adjustment.quantity().flat()) {
                store(symbol, known.get().netQty().plus(adjustment.quantity()));
            }
            parts.adjusted(symbol, adjustment);
        } else if (!adjustment.quantity().flat()) {
            of(symbol);
        }
    }

    /** Creates the rows of all instruments that have none. */
    public int createAll() throws SQLException {
        List<Symbol> unknown = unknown();
        for (Symbol symbol : unknown) {
            of(symbol);
        }
        return unknown.size();
    }

    /** Returns the stored parts of a strategy; requires {@link #createAll} before. */
    List<StrategyPart> parts(StrategyId strategy) throws SQLException {
        return parts.of(strategy);
    }

    /** Returns the parts of a strategy for a reader, without creating rows. */
    List<StrategyPart> seenParts(StrategyId strategy) throws SQLException {
        List<StrategyPart> seen = new ArrayList<>(parts.of(strategy));
        for (Symbol symbol : unknown()) {
            StrategyPart part = parts.computed(symbol).get(strategy);
            if (part != null) {
                seen.add(part);
            }
        }
        return seen;
    }

    /** Returns a number that increases with each change of any holding. */
    long bookVersion() throws SQLException {
        try (ResultSet row = session.kept(VERSIONS).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void store(Symbol symbol, NetQuantity netQty) throws SQLException {
        PreparedStatement statement = session.kept(UPDATE);
        new Parameters(statement).text(netQty.toString()).text(symbol.value());
        statement.executeUpdate();
    }

    /**
     * Returns whether the order replaces or is replaced by another, so that their filled quantities
     * overlap.
     */
    private boolean inChain(Order order) throws SQLException {
        return order.replaces() != null
                || !new OrderTable(session).replacements(order.id()).isEmpty();
    }

    /**
     * Returns the instruments that have orders but no holding row. Takes one index step per
     * instrument, not per order.
     */
    public List<Symbol> unknown() throws SQLException {
        try (ResultSet rows = session.kept(UNKNOWN).executeQuery()) {
            return OrderTable.read(rows, row -> new Columns(row).value(Symbol::new));
        }
    }

    private static Query unknownSymbols() {
        Name name = DSL.name("symbols");
        Field<String> symbol =
                DSL.field(DSL.name("symbols", "symbol"), ORDERS.SYMBOL.getDataType());
        Select<Record1<String>> next =
                DSL.select(DSL.min(ORDERS.SYMBOL)).from(ORDERS).where(ORDERS.SYMBOL.gt(symbol));
        var symbols =
                name.fields("symbol")
                        .as(
                                DSL.select(DSL.min(ORDERS.SYMBOL))
                                        .from(ORDERS)
                                        .unionAll(
                                                DSL.select(DSL.field(next))
                                                        .from(DSL.table(name))
                                                        .where(symbol.isNotNull())));
        Condition kept =
                DSL.exists(DSL.selectOne().from(HOLDINGS).where(HOLDINGS.SYMBOL.eq(symbol)));
        return OrderSql.RENDER
                .withRecursive(symbols)
                .select(symbol)
                .from(symbols)
                .where(symbol.isNotNull(), DSL.not(kept));
    }

    /** Returns all rows. */
    public List<Holding> all() throws SQLException {
        try (ResultSet rows = session.kept(READ_ALL).executeQuery()) {
            return OrderTable.read(rows, HoldingTable::holding);
        }
    }

    /** Computes a holding from its fills and adjustments. */
    public NetQuantity computed(Symbol symbol) throws SQLException {
        return new HoldingSum(session).of(symbol);
    }

    private Optional<Holding> read(Symbol symbol) throws SQLException {
        PreparedStatement statement = session.kept(READ);
        new Parameters(statement).text(symbol.value());
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, HoldingTable::holding).stream().findFirst();
        }
    }

    private static Holding holding(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Holding(
                columns.value(Symbol::new), columns.value(NetQuantity::of), columns.number());
    }

    /**
     * The holding of an instrument.
     *
     * @param symbol the instrument
     * @param netQty the net quantity
     * @param version incremented with each change
     */
    public record Holding(Symbol symbol, NetQuantity netQty, long version) {}
}

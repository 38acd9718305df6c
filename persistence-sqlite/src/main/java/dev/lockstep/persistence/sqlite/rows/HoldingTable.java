package dev.lockstep.persistence.sqlite.rows;

import static dev.lockstep.persistence.sqlite.generated.Tables.HOLDINGS;
import static dev.lockstep.persistence.sqlite.generated.Tables.ORDERS;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.rows.column.Columns;
import dev.lockstep.persistence.sqlite.rows.column.OrderSql;
import dev.lockstep.persistence.sqlite.rows.column.Parameters;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final Query TRADED =
            OrderSql.RENDER
                    .select(
                            ORDERS.ORDER_ID,
                            ORDERS.SIDE,
                            ORDERS.STATUS,
                            ORDERS.CUM_QTY,
                            ORDERS.CARRIED_QTY,
                            ORDERS.REPLACES)
                    .from(ORDERS)
                    .where(
                            ORDERS.SYMBOL.eq(DSL.param("symbol", ORDERS.SYMBOL)),
                            ORDERS.CUM_QTY
                                    .ne(DSL.inline("0"))
                                    .or(ORDERS.REPLACES.isNotNull())
                                    .or(ORDERS.CARRIED_QTY.isNotNull()));

    private final Session session;

    public HoldingTable(Session session) {
        this.session = session;
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
        session.knownOrders().holding(symbol);
        return first;
    }

    /** Returns the holding of an instrument for a reader, without creating its row. */
    Holding seen(Symbol symbol) throws SQLException {
        Optional<Holding> known = read(symbol);
        return known.isPresent() ? known.get() : new Holding(symbol, computed(symbol), 1);
    }

    /** Adds the filled quantity of a new order to the holding. */
    void added(Order order) throws SQLException {
        if (!order.cumQty().zero()) {
            moved(order, Quantity.ZERO);
        }
    }

    /** Adds an order's newly filled quantity to the holding. */
    void moved(Order order, Order before) throws SQLException {
        boolean same =
                order.cumQty().equals(before.cumQty())
                        && Objects.equals(order.state().carried(), before.state().carried())
                        && (order.replaces() == null || order.status() == before.status());
        if (!same) {
            moved(order, before.cumQty());
        }
    }

    private void moved(Order order, Quantity before) throws SQLException {
        Symbol symbol = order.terms().symbol();
        if (session.knownOrders().hasNoHolding(symbol)) {
            return;
        }
        Optional<Holding> known = read(symbol);
        if (known.isEmpty()) {
            session.knownOrders().noHolding(symbol);
            return;
        }
        if (inChain(order)) {
            store(symbol, computed(symbol));
            return;
        }
        BigDecimal more = order.cumQty().value().subtract(before.value());
        BigDecimal signed = order.terms().side() == Side.BUY ? more : more.negate();
        store(symbol, new NetQuantity(known.get().netQty().value().add(signed)));
    }

    /** Adds an adjustment to the holding; its own row must be inserted already. */
    void adjusted(Adjustment adjustment) throws SQLException {
        Symbol symbol = adjustment.symbol();
        if (symbol == null || adjustment.quantity().flat()) {
            return;
        }
        Optional<Holding> known = read(symbol);
        if (known.isPresent()) {
            store(symbol, known.get().netQty().plus(adjustment.quantity()));
        } else {
            of(symbol);
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

    /**
     * Computes a holding from the fills of an instrument's orders and its adjustments. Includes
     * replaced orders without fills, because they link later orders of a replace chain to earlier
     * ones.
     */
    public NetQuantity computed(Symbol symbol) throws SQLException {
        PreparedStatement statement = session.kept(TRADED);
        new Parameters(statement).text(symbol.value());
        Map<String, Traded> byId = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            OrderTable.read(rows, HoldingTable::traded)
                    .forEach(order -> byId.put(order.orderId(), order));
        }
        NetQuantity sum = new AdjustmentTable(session).sum(symbol);
        for (Traded order : byId.values()) {
            sum = order.side().applied(sum, order.cumQty().less(carried(order, byId)));
        }
        return sum;
    }

    /**
     * Returns the quantity carried over from replaced orders: the maximum that one of its
     * predecessors handed over, up to one of which that is recorded. A rejected replacement traded
     * nothing itself.
     */
    private static Quantity carried(Traded order, Map<String, Traded> byId) {
        if (order.replaces() != null && order.status() == OrderStatus.REJECTED) {
            return order.cumQty();
        }
        Quantity most = Quantity.ZERO;
        Traded earlier = byId.get(order.replaces());
        while (earlier != null) {
            Quantity recorded = earlier.carriedQty();
            Quantity handedOver = recorded == null ? earlier.cumQty() : recorded;
            most = handedOver.compareTo(most) > 0 ? handedOver : most;
            earlier = recorded == null ? byId.get(earlier.replaces()) : null;
        }
        return most;
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

    private static Traded traded(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Traded(
                columns.text(),
                columns.enumValue(Side.class),
                columns.enumValue(OrderStatus.class),
                columns.value(Quantity::of),
                columns.valueOrNull(Quantity::of),
                columns.valueOrNull(text -> text));
    }

    /**
     * The holding of an instrument.
     *
     * @param symbol the instrument
     * @param netQty the net quantity
     * @param version incremented with each change
     */
    public record Holding(Symbol symbol, NetQuantity netQty, long version) {}

    private record Traded(
            String orderId,
            Side side,
            OrderStatus status,
            Quantity cumQty,
            @Nullable Quantity carriedQty,
            @Nullable String replaces) {}
}

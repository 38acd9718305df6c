package dev.lockstep.persistence.sqlite.rows;

import static dev.lockstep.persistence.sqlite.generated.Tables.HOLDINGS;
import static dev.lockstep.persistence.sqlite.generated.Tables.ORDERS;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.persistence.sqlite.connection.Session;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * What is held of each instrument, on one connection and inside one write.
 *
 * <p>An instrument has a row once a limit has asked about it, or it was adjusted: from then on
 * every change of a filled quantity and every adjustment is added to it, so that nobody has to add
 * up the whole history while the lock is held.
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
                    .select(ORDERS.ORDER_ID, ORDERS.SIDE, ORDERS.CUM_QTY, ORDERS.REPLACES)
                    .from(ORDERS)
                    .where(
                            ORDERS.SYMBOL.eq(DSL.param("symbol", ORDERS.SYMBOL)),
                            ORDERS.CUM_QTY.ne(DSL.inline("0")).or(ORDERS.REPLACES.isNotNull()));

    private final Session session;

    /** The table as this connection sees it. */
    public HoldingTable(Session session) {
        this.session = session;
    }

    /** What is held of an instrument; from now on it has a row. */
    public Holding of(Symbol symbol) throws SQLException {
        Optional<Holding> known = read(symbol);
        if (known.isPresent()) {
            return known.get();
        }
        Holding first = new Holding(symbol, added(symbol), 1);
        PreparedStatement statement = session.kept(INSERT);
        new Parameters(statement).text(symbol.value()).text(first.netQty().toString());
        statement.executeUpdate();
        session.knownOrders().holding(symbol);
        return first;
    }

    /** What is held of an instrument, for a reader, who may not give it a row. */
    Holding seen(Symbol symbol) throws SQLException {
        Optional<Holding> known = read(symbol);
        return known.isPresent() ? known.get() : new Holding(symbol, added(symbol), 1);
    }

    /** Adds what an order has traded beyond what it had before. */
    void moved(Order order, Quantity before) throws SQLException {
        Symbol symbol = order.terms().symbol();
        if (order.cumQty().equals(before) || session.knownOrders().hasNoHolding(symbol)) {
            return;
        }
        Optional<Holding> known = read(symbol);
        if (known.isEmpty()) {
            session.knownOrders().noHolding(symbol);
            return;
        }
        if (inChain(order)) {
            store(symbol, added(symbol));
            return;
        }
        BigDecimal more = order.cumQty().value().subtract(before.value());
        BigDecimal signed = order.terms().side() == Side.BUY ? more : more.negate();
        store(symbol, new NetQuantity(known.get().netQty().value().add(signed)));
    }

    /** Counts in what came or went otherwise than by a trade; its row is there already. */
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

    /** Whether what it traded is counted into another order, or another's into it. */
    private boolean inChain(Order order) throws SQLException {
        return order.replaces() != null
                || !new OrderTable(session).replacements(order.id()).isEmpty();
    }

    /**
     * The instruments of which there is an order and no row: found by one step of the index for
     * each instrument, not for each order.
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

    /** Every row there is. */
    public List<Holding> all() throws SQLException {
        try (ResultSet rows = session.kept(READ_ALL).executeQuery()) {
            return OrderTable.read(rows, HoldingTable::holding);
        }
    }

    /**
     * What the fills of an instrument's orders and its adjustments add up to, order by order; those
     * of a chain that traded nothing are read too, since they lead from a later one to an earlier
     * one.
     */
    public NetQuantity added(Symbol symbol) throws SQLException {
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

    /** What an order begins with: the most that one further up its chain has traded. */
    private static Quantity carried(Traded order, Map<String, Traded> byId) {
        Quantity most = Quantity.ZERO;
        Traded earlier = byId.get(order.replaces());
        while (earlier != null) {
            most = earlier.cumQty().compareTo(most) > 0 ? earlier.cumQty() : most;
            earlier = byId.get(earlier.replaces());
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
                columns.word(Side.class),
                columns.value(Quantity::of),
                columns.valueOrNull(text -> text));
    }

    /**
     * What is held of an instrument.
     *
     * @param symbol the instrument
     * @param netQty how much
     * @param version one more with each change
     */
    public record Holding(Symbol symbol, NetQuantity netQty, long version) {}

    private record Traded(String orderId, Side side, Quantity cumQty, @Nullable String replaces) {}
}

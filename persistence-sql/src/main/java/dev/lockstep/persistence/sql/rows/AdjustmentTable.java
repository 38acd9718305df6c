package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.ADJUSTMENTS;

import dev.lockstep.domain.account.ActivityId;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.Adjustments.Entry;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.chain.RecordKind;
import dev.lockstep.persistence.sql.rows.chain.RecordTable;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.EpochNanos;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** The {@code adjustments} table on one connection. Not thread-safe. */
public final class AdjustmentTable {
    private static final List<Field<?>> COLUMNS =
            List.of(
                    ADJUSTMENTS.ACTIVITY_ID,
                    ADJUSTMENTS.KIND,
                    ADJUSTMENTS.TYPE,
                    ADJUSTMENTS.SYMBOL,
                    ADJUSTMENTS.QUANTITY,
                    ADJUSTMENTS.CASH,
                    ADJUSTMENTS.PRICE,
                    ADJUSTMENTS.BROKER_ORDER_ID,
                    ADJUSTMENTS.TEXT,
                    ADJUSTMENTS.AT,
                    ADJUSTMENTS.PAYLOAD);

    private static final Query INSERT =
            OrderSql.RENDER
                    .insertInto(ADJUSTMENTS)
                    .columns(OrderSql.first(ADJUSTMENTS.ADJUSTMENT_ID, COLUMNS))
                    .values(OrderSql.numbered(ADJUSTMENTS.ADJUSTMENT_ID, COLUMNS))
                    .onConflict(ADJUSTMENTS.ACTIVITY_ID)
                    .doNothing();
    private static final Query KNOWN =
            OrderSql.RENDER
                    .select(ADJUSTMENTS.ACTIVITY_ID)
                    .from(ADJUSTMENTS)
                    .where(
                            ADJUSTMENTS.ACTIVITY_ID.eq(
                                    OrderSql.placeholder(ADJUSTMENTS.ACTIVITY_ID)));

    /** Upper bound of an activity's corrections: sorts after all printable characters. */
    private static final String UPPER_BOUND = "\u007f";

    private static final Query OF_ENTRY =
            OrderSql.RENDER
                    .select(ADJUSTMENTS.ADJUSTMENT_ID)
                    .select(COLUMNS)
                    .from(ADJUSTMENTS)
                    .where(
                            ADJUSTMENTS.ACTIVITY_ID.between(
                                    DSL.param("first", ADJUSTMENTS.ACTIVITY_ID),
                                    DSL.param("last", ADJUSTMENTS.ACTIVITY_ID)))
                    .orderBy(ADJUSTMENTS.ADJUSTMENT_ID);
    private static final Query QUANTITIES =
            OrderSql.RENDER
                    .select(ADJUSTMENTS.QUANTITY)
                    .from(ADJUSTMENTS)
                    .where(ADJUSTMENTS.SYMBOL.eq(OrderSql.placeholder(ADJUSTMENTS.SYMBOL)));

    /** Matches all kinds. */
    private static final String ANY = "";

    private static final Condition OF_SYMBOL =
            ADJUSTMENTS.SYMBOL.eq(OrderSql.placeholder(ADJUSTMENTS.SYMBOL));
    private static final Query OLDEST_FIRST = page(DSL.noCondition(), false);
    private static final Query NEWEST_FIRST = page(DSL.noCondition(), true);
    private static final Query OLDEST_FIRST_OF_SYMBOL = page(OF_SYMBOL, false);
    private static final Query NEWEST_FIRST_OF_SYMBOL = page(OF_SYMBOL, true);

    private final Session session;

    public AdjustmentTable(Session session) {
        this.session = session;
    }

    /** Returns the adjustments whose ids are not stored. */
    public List<Adjustment> unknown(List<Adjustment> adjustments) throws SQLException {
        List<Adjustment> unknown = new ArrayList<>();
        for (Adjustment adjustment : adjustments) {
            PreparedStatement statement = session.kept(KNOWN);
            new Parameters(statement).text(adjustment.id().value());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    unknown.add(adjustment);
                }
            }
        }
        return unknown;
    }

    /** Returns the stored adjustments of the given activities, including corrections. */
    public List<Adjustment> of(Collection<ActivityId> entries) throws SQLException {
        List<Adjustment> stored = new ArrayList<>();
        for (ActivityId id : entries) {
            PreparedStatement statement = session.kept(OF_ENTRY);
            new Parameters(statement).text(id.value()).text(id.value() + UPPER_BOUND);
            try (ResultSet rows = statement.executeQuery()) {
                OrderTable.read(rows, AdjustmentTable::entry).stream()
                        .map(Entry::adjustment)
                        .filter(each -> each.id().isOf(id))
                        .forEach(stored::add);
            }
        }
        return stored;
    }

    /**
     * Inserts the adjustments whose ids are not stored, updates the holdings, and returns how many
     * were inserted.
     */
    public int insert(List<Adjustment> adjustments) throws SQLException {
        HoldingTable holdings = new HoldingTable(session);
        RecordTable records = new RecordTable(session);
        int added = 0;
        for (Adjustment adjustment : adjustments) {
            if (inserted(adjustment)) {
                records.append(RecordKind.ADJUSTMENT, adjustment.id().value());
                holdings.adjusted(adjustment);
                added++;
            }
        }
        return added;
    }

    private boolean inserted(Adjustment adjustment) throws SQLException {
        PreparedStatement statement = session.kept(INSERT);
        new Parameters(statement)
                .text(adjustment.id().value())
                .text(adjustment.kind().name())
                .text(adjustment.type())
                .textOrNull(adjustment.symbol())
                .text(adjustment.quantity().toString())
                .text(adjustment.cash().toString())
                .textOrNull(adjustment.price())
                .textOrNull(adjustment.orderId())
                .text(adjustment.text())
                .time(adjustment.at())
                .text(adjustment.payload());
        return statement.executeUpdate() == 1;
    }

    /** Returns a page of adjustments. */
    public List<Entry> page(AdjustmentQuery query) throws SQLException {
        Symbol symbol = query.symbol();
        Query page =
                query.newestFirst()
                        ? symbol == null ? NEWEST_FIRST : NEWEST_FIRST_OF_SYMBOL
                        : symbol == null ? OLDEST_FIRST : OLDEST_FIRST_OF_SYMBOL;
        Long past = query.past();
        PreparedStatement statement = session.kept(page);
        Parameters parameters = new Parameters(statement);
        if (symbol != null) {
            parameters.text(symbol.value());
        }
        Instant since = query.since();
        AdjustmentKind requested = query.kind();
        String kind = requested == null ? ANY : requested.name();
        long first = query.newestFirst() ? Long.MAX_VALUE : 0;
        parameters
                .text(kind)
                .text(kind)
                .number(since == null ? Long.MIN_VALUE : EpochNanos.of(since))
                .number(past == null ? first : past)
                .number(query.limit());
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, AdjustmentTable::entry);
        }
    }

    /** Returns the sum of an instrument's adjustments. */
    NetQuantity sum(Symbol symbol) throws SQLException {
        PreparedStatement statement = session.kept(QUANTITIES);
        new Parameters(statement).text(symbol.value());
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, row -> new Columns(row).value(NetQuantity::of)).stream()
                    .reduce(NetQuantity.FLAT, NetQuantity::plus);
        }
    }

    private static Query page(Condition condition, boolean newestFirst) {
        Field<Integer> number = ADJUSTMENTS.ADJUSTMENT_ID;
        Field<Integer> past = DSL.param("past", number);
        return OrderSql.RENDER
                .select(ADJUSTMENTS.ADJUSTMENT_ID)
                .select(COLUMNS)
                .from(ADJUSTMENTS)
                .where(condition)
                .and(
                        DSL.param("any", ADJUSTMENTS.KIND)
                                .eq(DSL.inline(ANY))
                                .or(ADJUSTMENTS.KIND.eq(OrderSql.placeholder(ADJUSTMENTS.KIND))))
                .and(ADJUSTMENTS.AT.ge(OrderSql.placeholder(ADJUSTMENTS.AT)))
                .and(newestFirst ? number.lt(past) : number.gt(past))
                .orderBy(newestFirst ? number.desc() : number.asc())
                .limit(DSL.param("limit", Integer.class));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        long number = columns.number();
        return new Entry(
                number,
                new Adjustment(
                        columns.value(ActivityId::new),
                        columns.enumValue(AdjustmentKind.class),
                        columns.text(),
                        columns.valueOrNull(Symbol::new),
                        columns.value(NetQuantity::of),
                        columns.value(Money::of),
                        columns.valueOrNull(Price::of),
                        columns.valueOrNull(BrokerOrderId::new),
                        columns.text(),
                        columns.time(),
                        columns.text()));
    }
}

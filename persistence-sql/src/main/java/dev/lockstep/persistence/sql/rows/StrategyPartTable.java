package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.STRATEGY_PARTS;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.position.OwnFills;
import dev.lockstep.domain.position.StrategyPart;
import dev.lockstep.domain.position.StrategyParts;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jooq.Condition;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/**
 * The parts of strategies per instrument, on one connection within a write. An instrument has them
 * if it has a row in {@link HoldingTable}, which calls this one.
 */
final class StrategyPartTable {
    private static final Query OF_SYMBOL =
            select(STRATEGY_PARTS.SYMBOL.eq(HistoryReader.param(STRATEGY_PARTS.SYMBOL)));
    private static final Query OF_STRATEGY =
            select(STRATEGY_PARTS.STRATEGY.eq(HistoryReader.param(STRATEGY_PARTS.STRATEGY)));
    private static final Query WRITE =
            OrderSql.RENDER
                    .insertInto(
                            STRATEGY_PARTS,
                            STRATEGY_PARTS.STRATEGY,
                            STRATEGY_PARTS.SYMBOL,
                            STRATEGY_PARTS.NET_QTY,
                            STRATEGY_PARTS.DAY,
                            STRATEGY_PARTS.DAY_QTY,
                            STRATEGY_PARTS.DAY_CASH)
                    .values(
                            HistoryReader.param(STRATEGY_PARTS.STRATEGY),
                            HistoryReader.param(STRATEGY_PARTS.SYMBOL),
                            HistoryReader.param(STRATEGY_PARTS.NET_QTY),
                            HistoryReader.param(STRATEGY_PARTS.DAY),
                            HistoryReader.param(STRATEGY_PARTS.DAY_QTY),
                            HistoryReader.param(STRATEGY_PARTS.DAY_CASH))
                    .onConflict(STRATEGY_PARTS.STRATEGY, STRATEGY_PARTS.SYMBOL)
                    .doUpdate()
                    .setAllToExcluded();

    private final Session session;
    private final HistoryReader history;

    StrategyPartTable(Session session) {
        this.session = session;
        this.history = new HistoryReader(session);
    }

    /** A part with its strategy. */
    record Owned(StrategyId strategy, StrategyPart part) {}

    /** Returns the stored parts of a strategy. */
    List<StrategyPart> of(StrategyId strategy) throws SQLException {
        return read(OF_STRATEGY, strategy.value()).stream().map(Owned::part).toList();
    }

    /** Returns the stored parts in an instrument. */
    List<Owned> of(Symbol symbol) throws SQLException {
        return read(OF_SYMBOL, symbol.value());
    }

    /** Adds up the parts of an instrument that has no rows yet and stores them. */
    void create(Symbol symbol) throws SQLException {
        for (Map.Entry<StrategyId, StrategyPart> each : computed(symbol).entrySet()) {
            write(each.getKey(), each.getValue());
        }
    }

    /** Adds up the parts of an instrument from its whole history. */
    SortedMap<StrategyId, StrategyPart> computed(Symbol symbol) throws SQLException {
        return history.ofStrategies(symbol)
                ? StrategyParts.of(symbol, history.counted(symbol), history.adjustments(symbol))
                : Collections.emptySortedMap();
    }

    /**
     * Adds the new fills of an order.
     *
     * @param before the version before, null for a new order
     * @param total the position of the account with these fills
     */
    void moved(@Nullable Order before, Order after, NetQuantity total) throws SQLException {
        StrategyId strategy = after.terms().strategy();
        if (strategy != null) {
            List<Order> now = history.chain(after);
            DayTrades more = OwnFills.between(HistoryReader.with(now, after, before), now, after);
            add(strategy, after.terms().symbol(), more);
        }
        closed(after, total);
    }

    /**
     * If orders without a strategy have a part in that the account is flat, all parts are closed.
     */
    private void closed(Order closing, NetQuantity total) throws SQLException {
        if (!total.flat()) {
            return;
        }
        List<Owned> all = of(closing.terms().symbol());
        if (sum(all).signum() == 0) {
            return;
        }
        for (Owned each : all) {
            NetQuantity more = each.part().netQty().opposite();
            add(each.strategy(), each.part().symbol(), OwnFills.closed(closing, more));
        }
    }

    private static BigDecimal sum(List<Owned> all) {
        return all.stream()
                .map(each -> each.part().netQty().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Adds an adjustment; its own row must be inserted already. */
    void adjusted(Symbol symbol, Adjustment adjustment) throws SQLException {
        Optional<StrategyId> payer =
                adjustment.kind() == AdjustmentKind.FEE && adjustment.orderId() != null
                        ? history.strategy(adjustment.orderId())
                        : Optional.empty();
        if (payer.isPresent()) {
            add(payer.get(), symbol, StrategyParts.fee(adjustment));
            return;
        }
        List<Owned> stored = of(symbol);
        if (stored.isEmpty() || adjustment.quantity().flat()) {
            return;
        }
        SortedMap<StrategyId, StrategyPart> all = computed(symbol);
        for (Owned each : stored) {
            StrategyPart now = all.getOrDefault(each.strategy(), each.part());
            BigDecimal more = now.netQty().value().subtract(each.part().netQty().value());
            add(
                    each.strategy(),
                    symbol,
                    new DayTrades(
                            DayTrades.dayOf(adjustment.at()), new NetQuantity(more), Money.ZERO));
        }
    }

    private void add(StrategyId strategy, Symbol symbol, DayTrades more) throws SQLException {
        StrategyPart part =
                of(strategy).stream()
                        .filter(each -> each.symbol().equals(symbol))
                        .findFirst()
                        .orElse(new StrategyPart(symbol, NetQuantity.FLAT, DayTrades.NONE));
        write(
                strategy,
                new StrategyPart(
                        symbol, part.netQty().plus(more.netQty()), part.trades().plus(more)));
    }

    private void write(StrategyId strategy, StrategyPart part) throws SQLException {
        PreparedStatement statement = session.kept(WRITE);
        new Parameters(statement)
                .text(strategy.value())
                .text(part.symbol().value())
                .text(part.netQty().toString())
                .number(part.trades().day().toEpochDay())
                .text(part.trades().netQty().toString())
                .text(part.trades().cash().toString());
        statement.executeUpdate();
    }

    private List<Owned> read(Query query, String key) throws SQLException {
        PreparedStatement statement = session.kept(query);
        new Parameters(statement).text(key);
        try (ResultSet rows = statement.executeQuery()) {
            return new ArrayList<>(OrderTable.read(rows, StrategyPartTable::owned));
        }
    }

    private static Owned owned(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        StrategyId strategy = columns.value(StrategyId::new);
        Symbol symbol = columns.value(Symbol::new);
        NetQuantity netQty = columns.value(NetQuantity::of);
        DayTrades trades =
                new DayTrades(
                        LocalDate.ofEpochDay(columns.number()),
                        columns.value(NetQuantity::of),
                        columns.value(Money::of));
        return new Owned(strategy, new StrategyPart(symbol, netQty, trades));
    }

    private static Query select(Condition condition) {
        return OrderSql.RENDER
                .select(
                        STRATEGY_PARTS.STRATEGY,
                        STRATEGY_PARTS.SYMBOL,
                        STRATEGY_PARTS.NET_QTY,
                        STRATEGY_PARTS.DAY,
                        STRATEGY_PARTS.DAY_QTY,
                        STRATEGY_PARTS.DAY_CASH)
                .from(STRATEGY_PARTS)
                .where(condition)
                .orderBy(STRATEGY_PARTS.STRATEGY, STRATEGY_PARTS.SYMBOL);
    }
}

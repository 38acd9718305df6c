package dev.lockstep.benchmarks.growth;

import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.position.Profits;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.report.MeasureProfit;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;

/** The measured reads. Each requires that it found exactly what the database contains. */
enum GrownRead {
    PAGE("newest page of 50"),
    SYMBOL("search by symbol"),
    STRATEGY("search by strategy"),
    OPEN("search for open orders"),
    FILLED_OF_BOTH("search by symbol, strategy and status"),
    AUDIT("audit verify"),
    PROFIT("profit"),
    HOLDINGS("holdings by strategy");

    private static final int PAGE_ORDERS = 50;
    private static final Goal LINEAR = new Goal.AtMost(1.1);

    private final String label;

    GrownRead(String label) {
        this.label = label;
    }

    /** Returns its name in the report and the chart. */
    String label() {
        return label;
    }

    /** Returns whether it reads every order, by its specification. */
    boolean ofAll() {
        return switch (this) {
            case PAGE, SYMBOL, STRATEGY, OPEN, FILLED_OF_BOTH -> false;
            case AUDIT, PROFIT, HOLDINGS -> true;
        };
    }

    /** Returns how many orders it finds or checks. */
    int orders(GrownBook book) {
        return ofAll() ? book.orders() : PAGE_ORDERS;
    }

    /** Returns the goal of its slope: the check of all events and the profit are linear. */
    Goal goal() {
        return switch (this) {
            case AUDIT, PROFIT -> LINEAR;
            case PAGE, SYMBOL, STRATEGY, OPEN, FILLED_OF_BOTH, HOLDINGS -> new Goal.Told();
        };
    }

    /** Reads once, and throws if something is missing or too much. */
    void read(SqliteStore store, GrownBook book) {
        switch (this) {
            case PAGE, SYMBOL, STRATEGY, OPEN, FILLED_OF_BOTH -> search(store);
            case AUDIT -> audit(store, book);
            case PROFIT -> profit(store, book);
            case HOLDINGS -> holdings(store, book);
        }
    }

    private void search(SqliteStore store) {
        OrderQuery query = query();
        List<Order> found = store.repository().search(query);
        require(found.size() == PAGE_ORDERS && found.stream().allMatch(query::takes), found.size());
    }

    private OrderQuery query() {
        OrderQuery page = OrderQuery.all().newestFirst().limit(PAGE_ORDERS);
        return switch (this) {
            case SYMBOL -> page.of(GrownOrder.symbol(0));
            case STRATEGY -> page.of(GrownOrder.strategy(0));
            case OPEN -> page.in(EnumSet.of(OrderStatus.NEW));
            case FILLED_OF_BOTH ->
                    page.of(GrownOrder.symbol(0))
                            .of(GrownOrder.strategy(0))
                            .in(EnumSet.of(OrderStatus.FILLED));
            case PAGE, AUDIT, PROFIT, HOLDINGS -> page;
        };
    }

    private void audit(SqliteStore store, GrownBook book) {
        AuditVerdict verdict = store.auditTrail().verify((_, _) -> {});
        require(
                verdict instanceof AuditVerdict.Intact intact
                        && intact.orders() == book.orders()
                        && intact.head().seq() == book.events()
                        && intact.records().seq() == book.filled(),
                verdict);
    }

    private void profit(SqliteStore store, GrownBook book) {
        Profits profits = new MeasureProfit(store.repository()).measure();
        for (int n = 0; n < GrownOrder.SYMBOLS; n++) {
            Symbol symbol = GrownOrder.symbol(n);
            NetQuantity found = profits.of(symbol).openQty();
            require(found.equals(book.position(symbol)), symbol + " " + found);
        }
    }

    private void holdings(SqliteStore store, GrownBook book) {
        List<HoldingsByStrategy.Holding> found = new HoldingsByStrategy(store.repository()).all();
        require(new HashSet<>(found).equals(new HashSet<>(book.holdings())), found);
    }

    private void require(boolean right, Object found) {
        if (!right) {
            throw new IllegalStateException(label + ": " + found);
        }
    }
}

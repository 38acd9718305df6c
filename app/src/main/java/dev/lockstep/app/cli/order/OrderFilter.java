package dev.lockstep.app.cli.order;

import dev.lockstep.app.view.StatusKeywords;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which orders are meant. */
public final class OrderFilter {
    private static final String ALL = "all";

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            defaultValue = ALL,
            description =
                    "all, open, unresolved, closed, or statuses such as new,filled"
                            + " (default: ${DEFAULT-VALUE}).")
    private String status = ALL;

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only orders of this symbol.")
    private @Nullable String symbol;

    @Option(names = "--side", paramLabel = "SIDE", description = "Only buy or only sell orders.")
    private @Nullable Side side;

    @Option(names = "--traded", description = "Only orders that have filled in whole or in part.")
    private boolean traded;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "Only orders of this strategy.")
    private @Nullable String strategy;

    /** Returns the query of matching orders, oldest first. */
    public OrderQuery query() {
        OrderQuery query = OrderQuery.all().in(StatusKeywords.read(status));
        if (symbol != null) {
            query = query.of(Symbol.typed(symbol));
        }
        if (side != null) {
            query = query.of(side);
        }
        if (strategy != null) {
            query = query.of(new StrategyId(strategy));
        }
        return traded ? query.traded() : query;
    }

    /** Returns the instrument; empty for all. */
    public Optional<Symbol> symbol() {
        return Optional.ofNullable(symbol).map(Symbol::typed);
    }

    /** Returns the strategy; empty for all. */
    public Optional<StrategyId> strategy() {
        return Optional.ofNullable(strategy).map(StrategyId::new);
    }

    /** Returns whether a status, a side or only traded orders were asked for. */
    public boolean picksByState() {
        return !ALL.equals(status) || side != null || traded;
    }

    /** Returns whether any was given that only an order can meet. */
    public boolean picksOrders() {
        return picksByState() || strategy != null;
    }

    /** Returns whether any of them was given. */
    boolean given() {
        return symbol != null || picksOrders();
    }
}

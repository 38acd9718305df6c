package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.reconcile.PositionComparison;
import org.jspecify.annotations.Nullable;

/**
 * The positions of the last check, for those that need no newer ones and ask the broker for
 * nothing. For one thread at a time.
 */
public final class ListedPositions {
    private final OrderRepository repository;
    private @Nullable FetchedList<PositionComparison> last;

    /** Nothing is listed yet. */
    public ListedPositions(OrderRepository repository) {
        this.repository = repository;
    }

    void listed(FetchedList<PositionComparison> positions) {
        last = positions;
    }

    /**
     * Returns whether the broker listed no position of this instrument; before its first list,
     * whether our own orders hold none.
     */
    boolean flat(Symbol symbol) {
        FetchedList<PositionComparison> positions = last;
        if (positions == null) {
            return repository.holdings().of(symbol).flat();
        }
        return positions.unreadable().stream().noneMatch(item -> item.mayBe(symbol))
                && positions.items().stream()
                        .filter(position -> position.symbol().equals(symbol))
                        .allMatch(position -> position.brokers().flat());
    }
}

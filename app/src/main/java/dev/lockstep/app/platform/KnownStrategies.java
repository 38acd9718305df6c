package dev.lockstep.app.platform;

import dev.lockstep.domain.access.KeyKind;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.usecase.query.ListStrategies;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Likeness;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The strategies with orders, limits or a key; a change of any other one is refused. */
public final class KnownStrategies {
    private final StoreUseCases store;

    /** Reads them from this store. */
    public KnownStrategies(StoreUseCases store) {
        this.store = store;
    }

    /**
     * Returns a strategy that is known.
     *
     * @throws InvalidValueException if no order, limit, pause or key has its name
     */
    public StrategyId required(StrategyId strategy) {
        if (ruled().anyMatch(strategy::equals)
                || keyed().anyMatch(strategy::equals)
                || hasOrders(strategy)) {
            return strategy;
        }
        throw new InvalidValueException(
                "strategy",
                strategy.value(),
                Likeness.near(strategy.value(), names())
                        .map(near -> near + "?")
                        .orElse("a strategy with orders, limits or a key"));
    }

    private boolean hasOrders(StrategyId strategy) {
        return !store.repository().search(OrderQuery.all().of(strategy).limit(1)).isEmpty();
    }

    private Stream<StrategyId> ruled() {
        return store.controlRisk().rules().strategies().keySet().stream();
    }

    private Stream<StrategyId> keyed() {
        return Arrays.stream(KeyKind.values())
                .flatMap(kind -> store.manageKeys().list(kind).stream())
                .map(TradingKey::strategy);
    }

    /** Returns the names that a misspelt one is compared with, without those of old orders. */
    private List<String> names() {
        Stream<StrategyId> listed =
                store.listStrategies().list().stream().map(ListStrategies.Snapshot::strategy);
        return Stream.concat(listed, keyed()).map(StrategyId::value).distinct().sorted().toList();
    }
}

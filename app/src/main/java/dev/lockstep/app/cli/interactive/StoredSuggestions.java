package dev.lockstep.app.cli.interactive;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.ShownValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Suggests from the stored orders, and symbols from the broker too, which is asked once, in the
 * background, when the first symbol is completed.
 */
final class StoredSuggestions implements Suggestions {
    private static final int MAX_ORDERS = 200;

    private final CommandContext context;
    private final AtomicBoolean requested = new AtomicBoolean();
    private volatile List<String> offered = List.of();

    StoredSuggestions(CommandContext context) {
        this.context = context;
    }

    @Override
    public Map<String, String> orders() {
        Map<String, String> orders = new LinkedHashMap<>();
        newest().forEach(order ->
                orders.put(
                        order.id().value(),
                        OrderView.described(order.terms()) + ", " + ShownValue.of(order.status())));
        return orders;
    }

    @Override
    public List<String> symbols() {
        if (requested.compareAndSet(false, true)) {
            Threads.watcher("symbols", this::fetch);
        }
        SequencedSet<String> symbols = new LinkedHashSet<>();
        newest().forEach(order -> symbols.add(order.terms().symbol().value()));
        symbols.addAll(offered);
        return List.copyOf(symbols);
    }

    private List<Order> newest() {
        try (StoreUseCases book = OpenPlatform.store(context)) {
            return book.repository().search(OrderQuery.all().newestFirst().limit(MAX_ORDERS));
        } catch (CommandEnd | RepositoryException | InvalidValueException nothingStored) {
            return List.of();
        }
    }

    /** Starts no simulator: a completion is no reason to. */
    private void fetch() {
        try {
            context.platforms()
                    .runningBroker(context.settings())
                    .ifPresent(access -> offered = tradable(access.assets()));
        } catch (CommandEnd | RepositoryException | InvalidValueException unavailable) {
            requested.set(false);
        }
    }

    private static List<String> tradable(Assets assets) {
        List<String> symbols = new ArrayList<>();
        for (AssetClass each : AssetClass.values()) {
            switch (assets.all(each)) {
                case FetchResult.Complete<List<Asset>>(List<Asset> all) ->
                        all.stream()
                                .filter(Asset::tradable)
                                .forEach(asset -> symbols.add(asset.symbol().value()));
                case FetchResult.Failed<List<Asset>> _ -> {
                    // Completion goes on with the symbols that are known.
                }
            }
        }
        return List.copyOf(symbols);
    }
}

package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.ledger.Watchlist;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One account's watchlists, in the order of their creation. */
public final class Watchlists {
    /** Maximum number of watchlists of an account. */
    public static final int MAX_WATCHLISTS = 1_000;

    private final Map<UUID, Watchlist> all = new LinkedHashMap<>();
    private long saved;

    public List<Watchlist> all() {
        return List.copyOf(all.values());
    }

    public Optional<Watchlist> find(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    public Optional<Watchlist> named(String name) {
        return all.values().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Returns how often a watchlist was created or changed. */
    public long saved() {
        return saved;
    }

    void save(Watchlist watchlist) {
        saved++;
        all.put(watchlist.id(), watchlist);
    }

    void delete(UUID id) {
        all.remove(id);
    }
}

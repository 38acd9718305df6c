package dev.lockstep.persistence.sql.connection;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Write cache of one connection: its most recently written orders, so that the next update need not
 * read them, and the instruments without a holding row.
 *
 * <p>The cache is valid only while no other connection commits. So {@link Session} checks the data
 * version each time it takes the write lock, and clears the cache if any other connection has
 * committed, and on each rollback. Only writes may use it.
 */
public final class OrderCache {
    /** Maximum number of cached orders, evicted in LRU order; about 8 MB. */
    static final int MAX_KNOWN_ORDERS = 8_192;

    private static final int INITIAL_CAPACITY = 16;
    private static final float LOAD_FACTOR = 0.75f;

    private final Map<OrderId, Order> orders =
            new LinkedHashMap<>(INITIAL_CAPACITY, LOAD_FACTOR, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<OrderId, Order> eldest) {
                    return size() > MAX_KNOWN_ORDERS;
                }
            };
    private final Set<Symbol> withoutHolding = new HashSet<>();
    private long dataVersion;

    OrderCache() {}

    /** Returns the cached order, empty if it must be read. */
    public Optional<Order> find(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** Caches an order as stored, or as it will be stored by the next commit. */
    public void put(Order order) {
        orders.put(order.id(), order);
    }

    /** Returns whether the instrument is known to have no holding row. */
    public boolean hasNoHolding(Symbol symbol) {
        return withoutHolding.contains(symbol);
    }

    /** Records that the instrument has no holding row. */
    public void noHolding(Symbol symbol) {
        if (withoutHolding.size() < MAX_KNOWN_ORDERS) {
            withoutHolding.add(symbol);
        }
    }

    /** Records that the instrument has a holding row. */
    public void holding(Symbol symbol) {
        withoutHolding.remove(symbol);
    }

    /**
     * Validates the cache after taking the write lock.
     *
     * @param now the data version, which changes when another connection commits
     * @return true if another connection has committed or this is the first call
     */
    public boolean locked(long now) {
        if (now == dataVersion) {
            return false;
        }
        forget();
        dataVersion = now;
        return true;
    }

    /**
     * Keeps the cache valid after a commit of its own connection.
     *
     * @param now the data version that the commit made
     */
    public void validAt(long now) {
        dataVersion = now;
    }

    /** Forgets everything. */
    public void forget() {
        orders.clear();
        withoutHolding.clear();
    }
}

package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The orders that one connection wrote last, so that the next update need not read and parse what
 * is known; and the instruments whose holdings nobody keeps yet.
 *
 * <p>They are what is stored only as long as nobody else commits. So {@link Session} asks SQLite,
 * each time it has taken the write lock, whether another connection did, in this process or in any
 * other, and forgets them all if so; and with every rollback. Only writes may look here.
 */
public final class KnownOrders {
    /** The most that are kept, those used last; about 8 MB. */
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

    KnownOrders() {}

    /** The order as it is stored, empty where it must be read. */
    public Optional<Order> find(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** The order is stored so, or will be with the next commit. */
    public void put(Order order) {
        orders.put(order.id(), order);
    }

    /** Whether it is known that nobody has asked what is held of an instrument. */
    public boolean hasNoHolding(Symbol symbol) {
        return withoutHolding.contains(symbol);
    }

    /** Nobody has asked what is held of an instrument. */
    public void noHolding(Symbol symbol) {
        if (withoutHolding.size() < MAX_KNOWN_ORDERS) {
            withoutHolding.add(symbol);
        }
    }

    /** Somebody asks now. */
    public void holding(Symbol symbol) {
        withoutHolding.remove(symbol);
    }

    /**
     * The write lock is held.
     *
     * @param now SQLite's number, another one after somebody else has committed
     * @return whether somebody else has, or it is the first time
     */
    boolean locked(long now) {
        if (now == dataVersion) {
            return false;
        }
        forget();
        dataVersion = now;
        return true;
    }

    void forget() {
        orders.clear();
        withoutHolding.clear();
    }
}

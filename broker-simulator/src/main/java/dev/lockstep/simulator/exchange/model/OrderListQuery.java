package dev.lockstep.simulator.exchange.model;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Filter for orders; the bounds in time and by number are exclusive.
 *
 * @param symbols the symbols to list; empty for all
 * @param assetClasses the classes to list; empty for no orders
 */
public record OrderListQuery(
        Status status,
        int limit,
        @Nullable Instant after,
        @Nullable Instant until,
        @Nullable Long afterNumber,
        @Nullable Long beforeNumber,
        boolean ascending,
        boolean nested,
        Set<String> symbols,
        @Nullable Side side,
        Set<AssetClass> assetClasses) {
    /** Alpaca's default page size. */
    public static final int DEFAULT_LIMIT_ORDERS = 50;

    /** Alpaca's maximum page size. */
    public static final int MAX_LIMIT_ORDERS = 500;

    /** The three groups of orders that can be listed. */
    public enum Status implements WireEnum {
        OPEN,
        CLOSED,
        ALL
    }

    public OrderListQuery {
        if (limit < 1 || limit > MAX_LIMIT_ORDERS) {
            throw new IllegalArgumentException("limit: " + limit + " (expected: 1 to 500)");
        }
        symbols = Set.copyOf(symbols);
        assetClasses = Set.copyOf(assetClasses);
    }

    public boolean notTooEarly(Order order) {
        return (after == null || order.milestones().submittedAt().isAfter(after))
                && (afterNumber == null || order.number() > afterNumber);
    }

    public boolean notTooLate(Order order) {
        return (until == null || order.milestones().submittedAt().isBefore(until))
                && (beforeNumber == null || order.number() < beforeNumber);
    }

    public boolean matches(Order order, AssetClass assetClass) {
        boolean wantedStatus =
                switch (status) {
                    case OPEN -> order.status().open();
                    case CLOSED -> order.status().closed();
                    case ALL -> true;
                };
        return wantedStatus
                && !(nested && order.leg())
                && (side == null || side == order.terms().side())
                && (symbols.isEmpty() || symbols.contains(order.terms().symbol()))
                && assetClasses.contains(assetClass);
    }
}

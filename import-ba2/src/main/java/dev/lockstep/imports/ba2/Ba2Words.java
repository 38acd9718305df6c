package dev.lockstep.imports.ba2;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mapper of BA2's enum values: Python member names in capitals; older rows contain the members'
 * values, so case is ignored.
 */
final class Ba2Words {
    /** Statuses that say nothing about the broker's status. */
    private static final Set<String> LOCAL_STATUSES =
            Set.of("UNKNOWN", "PENDING", "WAITING_TRIGGER", "ERROR", "CLOSED", "ALL", "NONE");

    private static final Set<String> NOT_SENT = Set.of("PENDING", "WAITING_TRIGGER");

    private static final Map<String, OrderStatus> STATUSES =
            Map.ofEntries(
                    Map.entry("FILLED", OrderStatus.FILLED),
                    Map.entry("CANCELED", OrderStatus.CANCELED),
                    Map.entry("CANCELLED", OrderStatus.CANCELED),
                    Map.entry("EXPIRED", OrderStatus.EXPIRED),
                    Map.entry("REPLACED", OrderStatus.REPLACED),
                    Map.entry("REJECTED", OrderStatus.REJECTED),
                    Map.entry("NEW", OrderStatus.NEW),
                    Map.entry("OPEN", OrderStatus.ACCEPTED),
                    Map.entry("ACCEPTED", OrderStatus.ACCEPTED),
                    Map.entry("PENDING_NEW", OrderStatus.ACCEPTED),
                    Map.entry("PENDING_REVIEW", OrderStatus.ACCEPTED),
                    Map.entry("ACCEPTED_FOR_BIDDING", OrderStatus.ACCEPTED),
                    Map.entry("STOPPED", OrderStatus.ACCEPTED),
                    Map.entry("CALCULATED", OrderStatus.ACCEPTED),
                    Map.entry("PARTIALLY_FILLED", OrderStatus.PARTIALLY_FILLED),
                    Map.entry("DONE_FOR_DAY", OrderStatus.DONE_FOR_DAY),
                    Map.entry("SUSPENDED", OrderStatus.SUSPENDED),
                    Map.entry("HELD", OrderStatus.HELD),
                    Map.entry("PENDING_CANCEL", OrderStatus.PENDING_CANCEL),
                    Map.entry("PENDING_REPLACE", OrderStatus.PENDING_REPLACE));

    private static final Map<String, Shape> SHAPES =
            Map.ofEntries(
                    Map.entry("MARKET", Shape.MARKET),
                    Map.entry("LIMIT", Shape.LIMIT),
                    Map.entry("BUY_LIMIT", Shape.LIMIT),
                    Map.entry("SELL_LIMIT", Shape.LIMIT),
                    Map.entry("STOP", Shape.STOP),
                    Map.entry("BUY_STOP", Shape.STOP),
                    Map.entry("SELL_STOP", Shape.STOP),
                    Map.entry("STOP_LIMIT", Shape.STOP_LIMIT),
                    Map.entry("BUY_STOP_LIMIT", Shape.STOP_LIMIT),
                    Map.entry("SELL_STOP_LIMIT", Shape.STOP_LIMIT),
                    Map.entry("TRAILING_STOP", Shape.TRAILING_STOP),
                    Map.entry("OCO", Shape.ONE_CANCELS_OTHER),
                    Map.entry("OTO", Shape.BY_PRICES));

    private Ba2Words() {}

    /** Returns the normalized form of a value, used for all comparisons. */
    static String name(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** Returns the broker's status, empty if the value is not one. */
    static Optional<OrderStatus> status(String name) {
        return Optional.ofNullable(STATUSES.get(name));
    }

    static boolean knownStatus(String name) {
        return STATUSES.containsKey(name) || LOCAL_STATUSES.contains(name);
    }

    /** Returns whether BA2 has not sent the order. */
    static boolean notSent(String name) {
        return NOT_SENT.contains(name);
    }

    static Optional<Side> side(String name) {
        return switch (name) {
            case "BUY" -> Optional.of(Side.BUY);
            case "SELL" -> Optional.of(Side.SELL);
            default -> Optional.empty();
        };
    }

    /** Returns the side contained in an order type, empty if none. */
    static Optional<Side> sideOfType(String name) {
        int end = name.indexOf('_');
        return side(end < 0 ? name : name.substring(0, end));
    }

    static Optional<Shape> shape(String name) {
        return Optional.ofNullable(SHAPES.get(name));
    }

    static Optional<TimeInForce> timeInForce(String name) {
        for (TimeInForce each : TimeInForce.values()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Order types by the prices they require. */
    enum Shape {
        MARKET,
        LIMIT,
        STOP,
        STOP_LIMIT,
        /** Has a trail distance, which BA2 does not store. */
        TRAILING_STOP,
        /** A limit and a stop price. */
        ONE_CANCELS_OTHER,
        /** Determined by the prices present. */
        BY_PRICES
    }
}

package dev.lockstep.persistence.sqlite.legacy;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the words in a BA2 database mean. They are the names of Python enum members, in capitals;
 * older rows have the members' values, so that capitals do not count.
 */
final class Ba2Words {
    /** Says nothing about what the broker has. */
    private static final Set<String> NO_WORD_OF_THE_BROKER =
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

    /** A word in the form that all of them are compared in. */
    static String name(String word) {
        return word.strip().toUpperCase(Locale.ROOT);
    }

    /** What the broker can have said, empty where it is no word of the broker's. */
    static Optional<OrderStatus> status(String name) {
        return Optional.ofNullable(STATUSES.get(name));
    }

    static boolean knownStatus(String name) {
        return STATUSES.containsKey(name) || NO_WORD_OF_THE_BROKER.contains(name);
    }

    /** Whether BA2 says that it has not sent the order. */
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

    /** The side that an order type names, empty where it names none. */
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

    /** What prices an order type has. */
    enum Shape {
        MARKET,
        LIMIT,
        STOP,
        STOP_LIMIT,
        /** Has a distance, which BA2 keeps nowhere. */
        TRAILING_STOP,
        /** A limit with a stop beside it. */
        ONE_CANCELS_OTHER,
        /** Whatever prices there are. */
        BY_PRICES
    }
}

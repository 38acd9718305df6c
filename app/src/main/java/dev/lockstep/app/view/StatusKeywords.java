package dev.lockstep.app.view;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.ShownValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Keywords for statuses and groups of statuses. */
public final class StatusKeywords {
    private StatusKeywords() {}

    /**
     * Parses keywords separated by commas.
     *
     * @throws InvalidValueException for an unknown keyword
     */
    public static Set<OrderStatus> read(String text) {
        EnumSet<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        for (String word : text.split(",", -1)) {
            statuses.addAll(readWord(word.strip().toLowerCase(Locale.ROOT).replace('-', '_')));
        }
        return statuses;
    }

    private static Set<OrderStatus> readWord(String word) {
        return switch (word) {
            case "all" -> EnumSet.allOf(OrderStatus.class);
            case "open" -> those(OrderStatus::open);
            case "unresolved" -> those(OrderStatus::unresolved);
            case "closed" -> those(OrderStatus::closed);
            default -> named(word);
        };
    }

    private static Set<OrderStatus> named(String word) {
        Set<OrderStatus> named = those(status -> ShownValue.of(status).equals(word));
        if (named.isEmpty()) {
            String known =
                    Arrays.stream(OrderStatus.values())
                            .map(ShownValue::of)
                            .collect(Collectors.joining(", "));
            throw new InvalidValueException(
                    "status",
                    word.isEmpty() ? "empty" : word,
                    "all, open, unresolved, closed, " + known);
        }
        return named;
    }

    private static Set<OrderStatus> those(Predicate<OrderStatus> requested) {
        return Arrays.stream(OrderStatus.values())
                .filter(requested)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrderStatus.class)));
    }
}

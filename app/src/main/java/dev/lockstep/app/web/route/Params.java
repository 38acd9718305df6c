package dev.lockstep.app.web.route;

import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.ShownValue;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads path, query and header parameters. */
public final class Params {
    static final String KEY_HEADER = "Idempotency-Key";

    private Params() {}

    /** Returns a parameter of the query, after {@link #allow} has checked it. */
    public static Optional<String> query(Context request, String name) {
        return Optional.ofNullable(request.queryParam(name));
    }

    /**
     * Refuses parameters that would be ignored: a filter that is misspelled, empty, given twice or
     * wrongly encoded filters nothing.
     */
    public static void allow(Context request, String... known) {
        Set<String> names = new TreeSet<>(Set.of(known));
        String query = Objects.requireNonNullElse(request.queryString(), "");
        Set<String> seen = new HashSet<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded("parameter", equals < 0 ? pair : pair.substring(0, equals));
            if (!names.contains(name)) {
                throw new InvalidValueException(
                        "parameter", name, names.isEmpty() ? "none" : String.join(", ", names));
            }
            String value = decoded(name, equals < 0 ? "" : pair.substring(equals + 1));
            if (value.isBlank()) {
                throw new InvalidValueException(name, "empty", "a value, or no such parameter");
            }
            if (!seen.add(name)) {
                throw new InvalidValueException(name, value, "one value, not several");
            }
        }
    }

    private static String decoded(String field, String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new InvalidValueException(
                    field, text, "two hexadecimal digits after each percent sign");
        }
    }

    /** Returns a whole number from 1 to the given most. */
    public static int number(Context request, String name, int defaults, int most) {
        String text = query(request, name).orElse(String.valueOf(defaults));
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through: both ways of being wrong get the same answer.
        }
        throw new InvalidValueException(name, text, "1 to " + most);
    }

    /** Returns a yes or no; no where it is missing. */
    public static boolean flag(Context request, String name) {
        String text = query(request, name).orElse("false");
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidValueException(name, text, "true or false");
        };
    }

    /** Returns the place before which a page ends, that of the newest where none is named. */
    public static long place(Context request) {
        String text = query(request, "before").orElse(String.valueOf(Long.MAX_VALUE));
        try {
            long place = Long.parseLong(text);
            if (place >= 1) {
                return place;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through: both ways of being wrong get the same answer.
        }
        throw new InvalidValueException("before", text, "the place of an event, 1 or more");
    }

    /** Returns a time with its zone, empty where it is missing. */
    public static Optional<Instant> time(Context request, String name) {
        return query(request, name)
                .map(text -> {
                    try {
                        return OffsetDateTime.parse(text).toInstant();
                    } catch (DateTimeParseException _) {
                        throw new InvalidValueException(
                                name, text, "a time with its zone, such as 2026-01-05T14:30:00Z");
                    }
                });
    }

    /** Parses an enum keyword, in any case. */
    public static <E extends Enum<E>> E word(Class<E> words, String name, String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidValueException(
                                name,
                                text,
                                Arrays.stream(words.getEnumConstants())
                                        .map(ShownValue::of)
                                        .collect(Collectors.joining(", "))));
    }

    /** An order id; a wrong one is refused under the parameter's name. */
    static OrderId orderId(String name, String text) {
        try {
            return new OrderId(text);
        } catch (InvalidValueException wrong) {
            throw wrong.in(name);
        }
    }

    /** The order that the path names by any of its names. */
    static Order order(Context request, OrderRepository repository) {
        String name = request.pathParam("id");
        return OrderName.find(repository, name)
                .orElseThrow(() -> ProblemException.notFound("there is no order " + name));
    }

    /** Returns the idempotency key. */
    static IdempotencyKey key(Context request) {
        @Nullable String key = request.header(KEY_HEADER);
        if (key == null || key.isBlank()) {
            throw new InvalidValueException(
                    KEY_HEADER, "missing", "a key of your own, the same each time you ask again");
        }
        try {
            return new IdempotencyKey(key.strip());
        } catch (InvalidValueException wrong) {
            throw wrong.in(KEY_HEADER);
        }
    }
}

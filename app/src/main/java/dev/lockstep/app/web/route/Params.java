package dev.lockstep.app.web.route;

import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a request's path, query and headers. */
final class Params {
    static final String KEY_HEADER = "Idempotency-Key";

    private Params() {}

    /** A parameter of the query; a blank one counts as missing. */
    static Optional<String> query(Context request, String name) {
        return Optional.ofNullable(request.queryParam(name)).filter(text -> !text.isBlank());
    }

    /** Refuses parameters that would be passed over: a filter that is misspelt filters nothing. */
    static void allow(Context request, String... known) {
        Set<String> names = Set.of(known);
        for (String name : request.queryParamMap().keySet()) {
            if (!names.contains(name)) {
                throw new InvalidValueException(
                        "parameter", name, names.isEmpty() ? "none" : String.join(", ", names));
            }
        }
    }

    static int number(Context request, String name, int usual, int most) {
        String text = query(request, name).orElse(String.valueOf(usual));
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

    /** A yes or no; no where it is missing. */
    static boolean flag(Context request, String name) {
        String text = query(request, name).orElse("false");
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidValueException(name, text, "true or false");
        };
    }

    /** The place before which a page ends, that of the newest where none is named. */
    static long place(Context request) {
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

    /** One of an enum's words, in whatever case. */
    static <E extends Enum<E>> E word(Class<E> words, String name, String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidValueException(
                                name,
                                text,
                                Arrays.stream(words.getEnumConstants())
                                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    /** The order that the path names by any of its names. */
    static Order order(Context request, OrderRepository repository) {
        String name = request.pathParam("id");
        return OrderName.find(repository, name)
                .orElseThrow(() -> ProblemException.notFound("there is no order " + name));
    }

    /** The key that makes a wish one wish. */
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

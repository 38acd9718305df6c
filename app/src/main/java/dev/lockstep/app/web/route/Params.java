package dev.lockstep.app.web.route;

import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.IdempotencyKey;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    static Symbol symbol(String text) {
        return new Symbol(text.strip().toUpperCase(Locale.ROOT));
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

package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.IdempotencyKey;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of an exit that takes the place of one that had to be canceled for a close.
 *
 * @param exit the exit that was to be canceled
 * @param close the close that needed its shares
 * @param part which part of the shares it is for
 * @param attempt counts the sizes that it was made in, from 1
 */
record ProtectionKey(OrderId exit, OrderId close, Part part, int attempt) {
    private static final Pattern FORM =
            Pattern.compile("protect again (\\S{36}) (\\S{36}) (REST|CLOSED) ([1-9][0-9]{0,5})");

    static Optional<ProtectionKey> of(Order order) {
        Matcher matcher = FORM.matcher(order.idempotencyKey().value());
        return matcher.matches()
                ? Optional.of(
                        new ProtectionKey(
                                new OrderId(matcher.group(1)),
                                new OrderId(matcher.group(2)),
                                Part.valueOf(matcher.group(3)),
                                Integer.parseInt(matcher.group(4))))
                : Optional.empty();
    }

    static boolean marks(Order order) {
        return of(order).isPresent();
    }

    /** The key of the same exit in another size. */
    ProtectionKey again() {
        return new ProtectionKey(exit, close, part, attempt + 1);
    }

    IdempotencyKey key() {
        return new IdempotencyKey(
                "protect again " + exit + " " + close + " " + part + " " + attempt);
    }

    /** Which shares an exit protects. */
    enum Part {
        /** Those that the close leaves: as soon as the broker has the close. */
        REST,
        /** Those that were to be closed: once the close has ended without closing them. */
        CLOSED
    }
}

package dev.lockstep.domain.usecase.purpose;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
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
public record ProtectionKey(OrderId exit, OrderId close, Part part, int attempt) {
    private static final Pattern FORM =
            Pattern.compile("protect again (\\S{36}) (\\S{36}) (REST|CLOSED) ([1-9][0-9]{0,5})");

    /** Returns the key of a restored exit, empty for any other order. */
    public static Optional<ProtectionKey> of(Order order) {
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

    /** Returns whether the order is a restored exit. */
    public static boolean marks(Order order) {
        return of(order).isPresent();
    }

    /** The key of the same exit in another size. */
    public ProtectionKey again() {
        return new ProtectionKey(exit, close, part, attempt + 1);
    }

    /** Returns this key as it is stored. */
    public IdempotencyKey key() {
        return new IdempotencyKey(
                "protect again " + exit + " " + close + " " + part + " " + attempt);
    }

    /** Which shares an exit protects. */
    public enum Part {
        /** Those that the close leaves: as soon as the broker has the close. */
        REST,
        /** Those that were to be closed: once the close has ended without closing them. */
        CLOSED
    }
}

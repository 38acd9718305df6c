package dev.lockstep.app.view;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds an order by whichever of its names a person has at hand. */
public final class OrderName {
    /** Names the newest order. */
    public static final String LAST = "last";

    private static final int MIN_PREFIX_CHARS = 8;
    private static final Pattern SHORT_PREFIX =
            Pattern.compile("[0-9a-f]{1," + (MIN_PREFIX_CHARS - 1) + "}");
    private static final String LOWEST_ID = "00000000-0000-7000-8000-000000000000";

    private OrderName() {}

    /**
     * Returns the order with this id, client order id or broker order id, with the only id that
     * begins with these 8 or more characters, or, for {@link #LAST}, the newest order.
     *
     * @throws InvalidValueException if several ids begin so
     */
    public static Optional<Order> find(OrderRepository repository, String name) {
        return byOwnId(repository, name)
                .or(() -> repository.byClientOrderId(new ClientOrderId(name)))
                .or(() -> repository.byBrokerOrderId(new BrokerOrderId(name)))
                .or(() -> name.equals(LAST) ? newest(repository) : byPrefix(repository, name));
    }

    /**
     * Returns the order that a command names.
     *
     * @throws CommandEnd with {@link ExitCode#NO} if there is none
     */
    public static Order required(OrderRepository repository, String name) {
        return find(repository, name).orElseThrow(() -> new CommandEnd(ExitCode.NO, missing(name)));
    }

    /** Returns why no order was found. */
    public static String missing(String name) {
        if (name.equals(LAST)) {
            return "no order " + name + ": there are no orders";
        }
        return SHORT_PREFIX.matcher(name).matches()
                ? "no order "
                        + name
                        + "; the beginning of an id has "
                        + MIN_PREFIX_CHARS
                        + " or more characters"
                : "no order " + name;
    }

    private static Optional<Order> byOwnId(OrderRepository repository, String name) {
        return id(name).flatMap(repository::find);
    }

    private static Optional<Order> newest(OrderRepository repository) {
        return repository.search(OrderQuery.all().newestFirst().limit(1)).stream().findFirst();
    }

    /** Ids sort as text, so those with a prefix follow the lowest one. */
    private static Optional<Order> byPrefix(OrderRepository repository, String prefix) {
        if (prefix.length() < MIN_PREFIX_CHARS || prefix.length() >= LOWEST_ID.length()) {
            return Optional.empty();
        }
        return id(prefix + LOWEST_ID.substring(prefix.length()))
                .flatMap(lowest -> only(repository, lowest, prefix));
    }

    private static Optional<Order> only(OrderRepository repository, OrderId lowest, String prefix) {
        List<Order> matches =
                repository.search(OrderQuery.all().after(lowest).limit(2)).stream()
                        .filter(order -> order.id().value().startsWith(prefix))
                        .toList();
        if (matches.size() > 1) {
            throw new InvalidValueException(
                    "order",
                    prefix,
                    "more of its id: "
                            + matches.getFirst().id()
                            + " and "
                            + matches.getLast().id()
                            + " begin so");
        }
        return matches.stream().findFirst();
    }

    private static Optional<OrderId> id(String text) {
        try {
            return Optional.of(new OrderId(text));
        } catch (InvalidValueException anotherForm) {
            return Optional.empty();
        }
    }
}

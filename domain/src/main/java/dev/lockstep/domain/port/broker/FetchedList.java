package dev.lockstep.domain.port.broker;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A complete list from the broker: every item is either read or among the unreadable ones; none is
 * omitted. A statement about all items must consider both.
 *
 * @param <T> the type of the items
 * @param items the readable items
 * @param unreadable the unreadable items
 */
public record FetchedList<T>(List<T> items, List<UnreadableItem> unreadable) {
    public FetchedList {
        items = List.copyOf(items);
        unreadable = List.copyOf(unreadable);
    }

    /** A list of which every item was read. */
    public FetchedList(List<T> items) {
        this(items, List.of());
    }

    /** Returns the items that pass the filter, and all unreadable ones. */
    public FetchedList<T> filtered(Predicate<? super T> filter) {
        return new FetchedList<>(items.stream().filter(filter).toList(), unreadable);
    }

    /** Returns a list with other items and the same unreadable ones. */
    public <R> FetchedList<R> with(Function<List<T>, List<R>> change) {
        return new FetchedList<>(change.apply(items), unreadable);
    }
}

package dev.lockstep.domain.port.broker;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A complete list from the broker: every item is either read or among the unreadable ones, and none
 * is left out. Whoever makes a statement about all items has to look at both.
 *
 * @param <T> what was listed
 * @param items the items that were read
 * @param unreadable the items that could not be read
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

    /** The items that pass the filter, and all unreadable ones. */
    public FetchedList<T> filtered(Predicate<? super T> filter) {
        return new FetchedList<>(items.stream().filter(filter).toList(), unreadable);
    }

    /** Other items made of the whole list, beside the same unreadable ones. */
    public <R> FetchedList<R> with(Function<List<T>, List<R>> change) {
        return new FetchedList<>(change.apply(items), unreadable);
    }
}

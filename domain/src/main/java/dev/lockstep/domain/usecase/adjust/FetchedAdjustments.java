package dev.lockstep.domain.usecase.adjust;

import dev.lockstep.domain.account.ActivityId;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result of reading adjustments.
 *
 * @param fresh how many were stored
 * @param unreadable the entries that could not be read; those with a name are stored as received
 * @param read the names of the entries that could be read
 */
public record FetchedAdjustments(int fresh, List<UnreadableItem> unreadable, Set<ActivityId> read) {
    public FetchedAdjustments {
        unreadable = List.copyOf(unreadable);
        read = Set.copyOf(read);
    }

    static FetchedAdjustments of(int fresh, FetchedList<Adjustment> list) {
        List<UnreadableItem> unreadable = new ArrayList<>(list.unreadable());
        list.items().stream()
                .filter(Adjustment::unreadable)
                .map(FetchedAdjustments::item)
                .forEach(unreadable::add);
        return new FetchedAdjustments(
                fresh,
                unreadable,
                list.items().stream()
                        .filter(each -> !each.unreadable())
                        .map(Adjustment::id)
                        .collect(Collectors.toSet()));
    }

    private static UnreadableItem item(Adjustment kept) {
        return new UnreadableItem(
                UnreadableItem.Kind.ACTIVITY,
                UnreadableItem.Cause.MALFORMED,
                kept.id().value(),
                "",
                "",
                "",
                kept.text(),
                kept.payload());
    }
}

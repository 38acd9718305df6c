package dev.lockstep.domain.memory;

import dev.lockstep.domain.account.ActivityId;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.port.store.Adjustments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adjustments kept in memory; safe for use by several threads. */
final class InMemoryAdjustments implements Adjustments {
    private final List<Entry> entries = new ArrayList<>();
    private final Set<ActivityId> known = new HashSet<>();
    private @Nullable Instant completeUntil;

    @Override
    public synchronized int addAll(List<Adjustment> adjustments) {
        int before = entries.size();
        adjustments.stream()
                .filter(adjustment -> known.add(adjustment.id()))
                .forEach(adjustment -> entries.add(new Entry(entries.size() + 1, adjustment)));
        return entries.size() - before;
    }

    @Override
    public synchronized List<Adjustment> unknown(List<Adjustment> adjustments) {
        return adjustments.stream().filter(each -> !known.contains(each.id())).toList();
    }

    @Override
    public synchronized List<Adjustment> of(Collection<ActivityId> ids) {
        return entries.stream()
                .map(Entry::adjustment)
                .filter(each -> ids.stream().anyMatch(each.id()::isOf))
                .toList();
    }

    @Override
    public synchronized List<Entry> list(AdjustmentQuery query) {
        List<Entry> inOrder = query.newestFirst() ? entries.reversed() : entries;
        return inOrder.stream().filter(query::takes).limit(query.limit()).toList();
    }

    @Override
    public synchronized Optional<Instant> completeUntil() {
        return Optional.ofNullable(completeUntil);
    }

    @Override
    public synchronized void completeUntil(Instant time) {
        if (completeUntil == null || time.isAfter(completeUntil)) {
            completeUntil = time;
        }
    }

    synchronized List<Adjustment> all() {
        return entries.stream().map(Entry::adjustment).toList();
    }

    /** Returns the number of adjustments that changed the position in an instrument. */
    synchronized long changesOf(Symbol symbol) {
        return entries.stream()
                .map(Entry::adjustment)
                .filter(adjustment -> symbol.equals(adjustment.symbol()))
                .filter(adjustment -> !adjustment.quantity().flat())
                .count();
    }
}

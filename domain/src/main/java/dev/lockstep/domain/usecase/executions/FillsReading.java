package dev.lockstep.domain.usecase.executions;

import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.port.broker.ListedExecutions;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A read of the account's executions, part by part. Not thread-safe. */
final class FillsReading {
    private final Instant asked;
    private final boolean deep;
    private final Set<Fill> read = new LinkedHashSet<>();
    private final Set<FillCorrection> corrections = new LinkedHashSet<>();
    private final Set<UnreadableItem> unreadable = new LinkedHashSet<>();
    private Instant next;
    private int fresh;

    /**
     * Begins a read.
     *
     * @param asked when it begins
     * @param deep whether it reads far enough back to find late executions
     * @param from where it begins
     */
    FillsReading(Instant asked, boolean deep, Instant from) {
        this.asked = asked;
        this.deep = deep;
        this.next = from;
    }

    /** Adds a part; what happened at the border of two parts is in both, and counts once. */
    void add(ListedExecutions part, int stored) {
        read.addAll(part.items());
        corrections.addAll(part.corrections());
        unreadable.addAll(part.unreadable());
        fresh += stored;
    }

    /** Goes on from there. */
    FillsReading from(Instant start) {
        next = start;
        return this;
    }

    Instant next() {
        return next;
    }

    Instant asked() {
        return asked;
    }

    boolean deep() {
        return deep;
    }

    /** Returns everything that was read. */
    FetchFills.Executions all() {
        return new FetchFills.Executions(
                List.copyOf(read), List.copyOf(corrections), fresh, List.copyOf(unreadable));
    }
}

package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complete list of executions and their corrections from the broker: every entry is read, or
 * among the unreadable ones.
 *
 * @param items the executions, oldest first
 * @param corrections the busts and corrections of executions, oldest first
 * @param unreadable the entries that could not be read
 */
public record ListedExecutions(
        List<Fill> items, List<FillCorrection> corrections, List<UnreadableItem> unreadable) {
    public ListedExecutions {
        items = List.copyOf(items);
        corrections = List.copyOf(corrections);
        unreadable = List.copyOf(unreadable);
    }

    /** Executions of which none was corrected, all of them read. */
    public ListedExecutions(List<Fill> items) {
        this(items, List.of(), List.of());
    }

    /**
     * The first of the executions since a time.
     *
     * @param executions all executions and corrections of this part
     * @param next where the next part begins, later than this one; null if this is the last part.
     *     What happened at that very time may be in both.
     */
    public record Part(ListedExecutions executions, @Nullable Instant next) {}
}

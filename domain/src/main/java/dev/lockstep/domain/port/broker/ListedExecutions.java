package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import java.util.List;

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
}

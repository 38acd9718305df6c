package dev.lockstep.app.web.board;

import dev.lockstep.domain.usecase.report.Health;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The accounting of all orders: each is acknowledged, refused, held locally or unanswered.
 *
 * @param orders the number of all orders
 * @param acknowledged the number of those that the broker has or had
 * @param refused the number of denied and rejected ones
 * @param heldBack the number of those held locally for their parent
 * @param unresolved the number of unanswered ones
 * @param oldestUnresolvedMillis the age of the oldest of them, null if there is none
 */
public record InvariantsBody(
        long orders,
        long acknowledged,
        long refused,
        long heldBack,
        long unresolved,
        @Nullable Long oldestUnresolvedMillis) {

    /** Returns the accounting of counted orders. */
    static InvariantsBody of(OrderCounts counts, Health health) {
        return new InvariantsBody(
                counts.byStatus().values().stream().mapToLong(Long::longValue).sum(),
                counts.of(Tab.OPEN) + counts.of(Tab.FILLED) + counts.of(Tab.CANCELED),
                counts.of(Tab.REJECTED),
                counts.of(Tab.WAITING),
                counts.of(Tab.UNKNOWN),
                health.oldestUnresolved().map(Duration::toMillis).orElse(null));
    }
}

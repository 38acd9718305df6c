package dev.lockstep.app.notify;

import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.OutboxPosition;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Places a new channel behind everything that is stored, and behind the statement that was due
 * before it was set up, which is only made once a process runs. Not thread-safe.
 */
final class ChannelBeginning {
    private final String channel;
    private final NotificationOutbox outbox;
    private final Supplier<OutboxPosition> end;
    private final BooleanSupplier statementChecked;
    private @Nullable OutboxPosition start;
    private boolean begun;

    /**
     * Begins a channel, unless it has begun.
     *
     * @param end the position after everything that is stored
     * @param statementChecked whether this process has looked for a statement that is due
     */
    ChannelBeginning(
            String channel,
            NotificationOutbox outbox,
            Supplier<OutboxPosition> end,
            BooleanSupplier statementChecked) {
        this.channel = channel;
        this.outbox = outbox;
        this.end = end;
        this.statementChecked = statementChecked;
    }

    /** Returns whether the channel may deliver; asked again until it may. */
    boolean begun() {
        if (!begun) {
            begun = known() || placed();
        }
        return begun;
    }

    private boolean known() {
        return outbox.progress(channel, DeliveryLane.URGENT).isPresent();
    }

    private boolean placed() {
        OutboxPosition from = start == null ? end.get() : start;
        start = from;
        if (!statementChecked.getAsBoolean()) {
            return false;
        }
        OutboxPosition behind = from.withNotices(outbox.lastNotice());
        // The urgent lane last: it marks the channel as begun.
        outbox.store(LaneProgress.begin(channel, DeliveryLane.ROUTINE, behind));
        outbox.store(LaneProgress.begin(channel, DeliveryLane.URGENT, behind));
        return true;
    }
}

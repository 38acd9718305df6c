package dev.lockstep.domain.usecase.notify;

import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.domain.notification.OutboxPosition;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.notification.NotificationChannel;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the notifications of one lane of one channel, in their order and at least once: the
 * progress is stored after the channel has accepted a message, and a message that fails is repeated
 * with growing pauses. Not thread-safe.
 */
public final class DeliverNotifications {
    /** Notifications older than this are not delivered any more, only counted. */
    static final Duration MAX_AGE = Duration.ofHours(24);

    /** Progress without a delivery is stored from time to time only. */
    static final int STORED_AFTER_ENTRIES = 500;

    private final String channelName;
    private final DeliveryLane lane;
    private final DeliveryRule rule;
    private final NotificationChannel channel;
    private final NotificationReader reader;
    private final NotificationOutbox outbox;
    private final PlatformClock clock;

    private @Nullable LaneProgress current;
    private boolean stored = true;
    private long storedEntries;
    private Duration pause = Duration.ZERO;
    private long pausedAt;

    /**
     * Builds the use case on its ports.
     *
     * @param channelName the name under which the progress is stored
     */
    public DeliverNotifications(
            String channelName,
            DeliveryLane lane,
            DeliveryRule rule,
            NotificationChannel channel,
            NotificationReader reader,
            NotificationOutbox outbox,
            PlatformClock clock) {
        this.channelName = channelName;
        this.lane = lane;
        this.rule = rule;
        this.channel = channel;
        this.reader = reader;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Delivers at most one message.
     *
     * @return the progress
     * @throws dev.lockstep.domain.port.store.RepositoryException if the store fails; what was
     *     delivered is then stored first the next time, and nothing else is sent before
     */
    public LaneProgress pass() {
        LaneProgress progress = begun();
        store(progress);
        Instant now = clock.instant();
        if (clock.since(pausedAt).compareTo(pause) < 0 || rule.quiet(lane, now)) {
            return progress;
        }
        DueNotifications due = reader.read(progress.position(), now.minus(MAX_AGE), rule, lane);
        List<Notification> waiting = due.waiting(now);
        if (waiting.isEmpty()) {
            pass(progress.passed(due.reached()));
        } else if (!collecting(due, now)) {
            deliver(progress, due, waiting, now);
        }
        return known();
    }

    private LaneProgress begun() {
        LaneProgress known = current;
        if (known == null) {
            known = outbox.progress(channelName, lane).orElse(null);
            stored = known != null;
            if (known == null) {
                known = LaneProgress.begin(channelName, lane, reader.end());
            }
            storedEntries = entries(known.position());
            pausedAt = clock.nanoTime();
            current = known;
        }
        return known;
    }

    private LaneProgress known() {
        LaneProgress known = current;
        return known == null ? begun() : known;
    }

    private boolean collecting(DueNotifications due, Instant now) {
        return !due.full()
                && due.oldest().filter(oldest -> rule.collects(lane, oldest, now)).isPresent();
    }

    private void deliver(
            LaneProgress progress, DueNotifications due, List<Notification> waiting, Instant now) {
        switch (channel.send(NotificationMessage.of(waiting))) {
            case DeliveryResult.Delivered _ -> {
                pause = Duration.ZERO;
                change(
                        progress.delivered(
                                due.reached(), waiting.size(), due.tooOld(), clock.instant()));
            }
            case DeliveryResult.Failed(String why, Duration retryAfter) -> {
                LaneProgress failed = progress.failed(why, now);
                pause = RetryPause.after(failed.failures(), retryAfter);
                pausedAt = clock.nanoTime();
                change(failed);
            }
        }
    }

    private void pass(LaneProgress passed) {
        current = passed;
        if (entries(passed.position()) - storedEntries >= STORED_AFTER_ENTRIES) {
            change(passed);
        }
    }

    private void change(LaneProgress next) {
        current = next;
        stored = false;
        store(next);
    }

    private void store(LaneProgress progress) {
        if (!stored) {
            outbox.store(progress);
            stored = true;
            storedEntries = entries(progress.position());
        }
    }

    private static long entries(OutboxPosition position) {
        return position.events() + position.records() + position.notices();
    }
}

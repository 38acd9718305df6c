package dev.lockstep.domain.memory;

import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Progress and notices kept in memory, without a fence; safe for use by several threads. */
public final class InMemoryNotificationOutbox implements NotificationOutbox {
    private final Map<Key, LaneProgress> lanes = new HashMap<>();
    private final List<Notification> notices = new ArrayList<>();

    /** Creates an empty outbox. */
    public InMemoryNotificationOutbox() {}

    @Override
    public synchronized Optional<LaneProgress> progress(String channel, DeliveryLane lane) {
        return Optional.ofNullable(lanes.get(new Key(channel, lane)));
    }

    @Override
    public synchronized List<LaneProgress> all() {
        return lanes.values().stream()
                .sorted(
                        Comparator.comparing(LaneProgress::channel)
                                .thenComparing(progress -> progress.lane().name()))
                .toList();
    }

    @Override
    public synchronized void store(LaneProgress progress) {
        lanes.put(new Key(progress.channel(), progress.lane()), progress);
    }

    @Override
    public synchronized boolean raise(Notification notice) {
        boolean known = notices.stream().anyMatch(other -> other.id().equals(notice.id()));
        return !known && notices.add(notice);
    }

    @Override
    public synchronized long lastNotice() {
        return notices.size();
    }

    @Override
    public synchronized List<Raised> noticesAfter(long seq, int limit) {
        if (limit < 1 || limit > MAX_NOTICES) {
            throw new InvalidValueException("limit", limit, "1 to " + MAX_NOTICES);
        }
        List<Raised> after = new ArrayList<>();
        for (long next = seq; next < notices.size() && after.size() < limit; next++) {
            after.add(new Raised(next + 1, notices.get(Math.toIntExact(next))));
        }
        return after;
    }

    @Override
    public NotificationOutbox fenced(Lease held) {
        return this;
    }

    private record Key(String channel, DeliveryLane lane) {}
}

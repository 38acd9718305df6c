package dev.lockstep.domain.port.notification;

import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import java.util.List;
import java.util.Optional;

/**
 * The stored progress of the channels, and the notices: notifications of conditions, which no event
 * of an order and no record stands for.
 *
 * <p>Implementations are thread-safe. Every method throws {@link
 * dev.lockstep.domain.port.store.RepositoryException} if the store fails.
 */
public interface NotificationOutbox {
    /** The most notices of one read. */
    int MAX_NOTICES = 200;

    /** Returns the progress of a lane, empty for a new channel. */
    Optional<LaneProgress> progress(String channel, DeliveryLane lane);

    /** Returns the progress of all lanes, ordered by channel and lane. */
    List<LaneProgress> all();

    /** Stores the progress of a lane in place of the former one. */
    void store(LaneProgress progress);

    /**
     * Stores a notice, unless there is one with its id.
     *
     * @return whether it was stored
     */
    boolean raise(Notification notice);

    /** Returns the position of the last notice, 0 before the first. */
    long lastNotice();

    /**
     * Returns the notices after a position, oldest first.
     *
     * @param limit the most notices, 1 to {@value #MAX_NOTICES}
     */
    List<Raised> noticesAfter(long seq, int limit);

    /**
     * Returns the same outbox for the owner of a lease: once another owner took it, a write throws
     * {@link dev.lockstep.domain.port.store.RepositoryException.Reason#FENCED} and stores nothing.
     */
    NotificationOutbox fenced(Lease held);

    /**
     * A stored notice.
     *
     * @param seq its position
     * @param notice the notice
     */
    record Raised(long seq, Notification notice) {}
}

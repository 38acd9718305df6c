package dev.lockstep.domain.port.maintenance;

import java.time.Duration;

/**
 * Receives the metrics of a repository.
 *
 * <p>It is called often and by the writing threads, so implementations are quick, thread-safe, and
 * do not throw.
 */
public interface StoreMetrics {
    /** Keeps nothing. */
    StoreMetrics NONE = new StoreMetrics() {};

    /** A write waited for the lock of another process, for this time in total. */
    default void lockWaited(Duration waited) {}

    /** A write was retried because another process held the lock. */
    default void retried() {}

    /** A caller did not get the lock before its deadline. */
    default void lockTimedOut() {}

    /**
     * A group of writes is durable.
     *
     * @param writes how many callers' writes were in it
     * @param orders how many orders they were about
     * @param took from taking the lock until it was durable
     */
    default void committed(int writes, int orders, Duration took) {}

    /** Reports the number of queued writes. */
    default void queued(int writes) {}

    /**
     * The journal was carried over into the database file.
     *
     * @param walBytes the size of the journal's file afterwards
     * @param took how long it took
     */
    default void checkpointed(long walBytes, Duration took) {}
}

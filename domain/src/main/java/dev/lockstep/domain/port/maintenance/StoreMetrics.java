package dev.lockstep.domain.port.maintenance;

import java.time.Duration;

/**
 * Where a repository reports how it fares.
 *
 * <p>It is called often and by the very threads that write, so implementations are quick, safe for
 * use by several threads, and do not throw.
 */
public interface StoreMetrics {
    /** Keeps nothing. */
    StoreMetrics NONE = new StoreMetrics() {};

    /** A write had to wait for somebody else's lock, and for how long in all. */
    default void lockWaited(Duration waited) {}

    /** A write was run again because somebody else held the lock. */
    default void retried() {}

    /** A caller was told that the lock could not be had before its deadline. */
    default void lockTimedOut() {}

    /**
     * A group of writes is durable.
     *
     * @param writes how many callers' writes were in it
     * @param orders how many orders they were about
     * @param took from taking the lock until it was durable
     */
    default void committed(int writes, int orders, Duration took) {}

    /** How many writes waited when the writer looked. */
    default void queued(int writes) {}

    /**
     * The journal was carried over into the database file.
     *
     * @param walBytes the size of the journal's file afterwards
     * @param took how long it took
     */
    default void checkpointed(long walBytes, Duration took) {}
}

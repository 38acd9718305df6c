package dev.lockstep.history;

/** Waits; a client does so between requests, and longer if it got no reply. */
@FunctionalInterface
public interface Waiting {
    /** Waits for this many milliseconds. */
    void millis(long millis) throws InterruptedException;
}

package dev.lockstep.domain.notification;

/**
 * The two sequences of a channel. Each has its own position, so that what waits for the end of
 * quiet hours or for a digest holds nothing urgent back.
 */
public enum DeliveryLane {
    /** Delivered at once, at any hour. */
    URGENT,
    /** Held back in quiet hours, and collected for a digest. */
    ROUTINE
}

package dev.lockstep.simulator.server;

/** How a response reaches the client, or fails to. */
sealed interface Delivery {
    /** Sends the complete response. */
    record Whole(Answer answer) implements Delivery {}

    /** Closes the connection in the middle of the response. */
    record Half(Answer answer) implements Delivery {}

    /** Sends an HTML page instead, as a proxy would. */
    record Html(int status) implements Delivery {}

    /** Closes the connection without a byte. */
    record Dropped() implements Delivery {}

    /** Resets the connection. */
    record Reset() implements Delivery {}
}

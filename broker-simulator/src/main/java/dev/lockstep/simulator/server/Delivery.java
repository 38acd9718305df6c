package dev.lockstep.simulator.server;

/** How an answer reaches the client, or does not. */
sealed interface Delivery {
    /** As it should. */
    record Whole(Answer answer) implements Delivery {}

    /** The connection closes in the middle of it. */
    record Half(Answer answer) implements Delivery {}

    /** A page of HTML in its place, as a proxy in between would send. */
    record Html(int status) implements Delivery {}

    /** The connection closes without a byte. */
    record Dropped() implements Delivery {}

    /** The connection is reset. */
    record Reset() implements Delivery {}
}

package dev.lockstep.simulator.faults;

import dev.lockstep.simulator.exchange.Word;

/** What can go wrong with one request or one event. */
public enum FaultKind implements Word {
    /** The request is held up before it is carried out. */
    LATENCY,
    /** The request is carried out and its answer held up. */
    LATENCY_AFTER,
    /** Answered 429 and not carried out. */
    RATE_LIMITED,
    /** Answered with an error and not carried out. */
    ERROR_BEFORE,
    /** Carried out and answered with an error. */
    ERROR_AFTER,
    /** Answered with a page of HTML and not carried out. */
    HTML_BEFORE,
    /** Carried out and answered with a page of HTML. */
    HTML_AFTER,
    /** Carried out; the connection closes without an answer. */
    DROP_AFTER,
    /** The connection is reset; not carried out. */
    RESET_BEFORE,
    /** Carried out; the connection is reset. */
    RESET_AFTER,
    /** Carried out; the connection closes in the middle of the answer. */
    HALF_BODY,
    /** Answered 404 though it may be there. */
    NOT_FOUND,
    /** A list lacks some of its entries. */
    MISSING_ENTRIES,
    /** An event comes twice. */
    DUPLICATE,
    /** An event comes after later ones. */
    LATE,
    /** An event never comes. */
    LOSE,
    /** The stream is closed, with a close frame, instead of bringing the event. */
    CUT,
    /** The stream's connection is reset, without a word, instead of bringing the event. */
    SEVER;

    /** Whether it concerns events of the stream rather than requests. */
    public boolean ofStream() {
        return switch (this) {
            case DUPLICATE, LATE, LOSE, CUT, SEVER -> true;
            case LATENCY,
                    LATENCY_AFTER,
                    RATE_LIMITED,
                    ERROR_BEFORE,
                    ERROR_AFTER,
                    HTML_BEFORE,
                    HTML_AFTER,
                    DROP_AFTER,
                    RESET_BEFORE,
                    RESET_AFTER,
                    HALF_BODY,
                    NOT_FOUND,
                    MISSING_ENTRIES ->
                    false;
        };
    }
}

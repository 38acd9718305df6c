package dev.lockstep.simulator.faults;

import dev.lockstep.simulator.exchange.model.WireEnum;

/** Kinds of fault that can affect a request or an event. */
public enum FaultKind implements WireEnum {
    /** Delays the request before it is executed. */
    LATENCY,
    /** Executes the request and delays the response. */
    LATENCY_AFTER,
    /** Responds with status 429 without executing the request. */
    RATE_LIMITED,
    /** Responds with an error without executing the request. */
    ERROR_BEFORE,
    /** Executes the request and responds with an error. */
    ERROR_AFTER,
    /** Responds with an HTML page without executing the request. */
    HTML_BEFORE,
    /** Executes the request and responds with an HTML page. */
    HTML_AFTER,
    /** Executes the request and closes the connection without a response. */
    DROP_AFTER,
    /** Resets the connection without executing the request. */
    RESET_BEFORE,
    /** Executes the request and resets the connection. */
    RESET_AFTER,
    /** Executes the request and closes the connection in the middle of the response. */
    HALF_BODY,
    /** Responds with status 404 although the object may exist. */
    NOT_FOUND,
    /** Omits some entries of a list. */
    MISSING_ENTRIES,
    /** Sends an event twice. */
    DUPLICATE,
    /** Sends an event after later ones. */
    LATE,
    /** Never sends an event. */
    LOSE,
    /** Closes the stream with a close frame instead of sending the event. */
    CUT,
    /** Resets the stream's connection without a close frame instead of sending the event. */
    SEVER;

    /** Returns whether the fault affects stream events rather than requests. */
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

package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.Evidence;

/**
 * Why the broker's answer could not be had. It is never evidence that something does not exist.
 *
 * @param kind what went wrong
 * @param text what went wrong, as a sentence
 * @param evidence what was received instead
 */
public record BrokerFault(Kind kind, String text, Evidence evidence) {
    /** The ways a question to the broker fails. */
    public enum Kind {
        /** No connection, or it broke. */
        UNREACHABLE,
        /** No answer in time. */
        TIMEOUT,
        /** The broker's server failed. */
        SERVER_ERROR,
        /** The keys are wrong, or wrong for this environment. */
        UNAUTHORIZED,
        /** Too many requests. */
        RATE_LIMITED,
        /** The answer cannot be read. */
        UNREADABLE,
        /** The broker says that the question is wrong. */
        REFUSED
    }

    /** Returns the fault of a question that this broker cannot answer at all. */
    static BrokerFault unavailable(String text) {
        return new BrokerFault(Kind.UNREACHABLE, text, Evidence.local(text));
    }
}

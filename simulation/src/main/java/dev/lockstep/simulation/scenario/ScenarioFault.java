package dev.lockstep.simulation.scenario;

import java.util.Locale;

/** Everything that can go wrong, each with how often it does where a scenario has it. */
public enum ScenarioFault {
    /** A connection is refused or reset; the request never arrives. */
    REQUEST_RESET(25),
    /** A request gets lost, and the caller times out. */
    REQUEST_LOST(20),
    /** The caller times out, and the request arrives long after that. */
    LATE_LANDING(20),
    /** The answer takes seconds, but comes. */
    SLOW_ANSWER(60),
    /** A request takes seconds to arrive, and is answered at once. */
    SLOW_REQUEST(60),
    /** The request is carried out and the connection is reset. */
    ANSWER_RESET(25),
    /** The request is executed, and the caller times out. */
    ANSWER_LOST(20),
    /** A server error instead of the request's execution. */
    ERROR_BEFORE(20),
    /** A server error although the request was executed. */
    ERROR_AFTER(20),
    /** Too many requests, so this one is not executed. */
    THROTTLED(20),
    /** The request is executed, and its successful answer cannot be read. */
    UNREADABLE_ANSWER(15),
    /** An event of the stream is never delivered. */
    EVENT_DROPPED(100),
    /** An event of the stream is delivered twice. */
    EVENT_DUPLICATED(80),
    /** An event of the stream is delivered late, after younger ones. */
    EVENT_DELAYED(120),
    /** The stream delivers nothing for seconds, and then all events of that time at once. */
    EVENTS_HELD_BACK(40),
    /** An event of the stream says that a working order was canceled. */
    EVENT_FALSE(10),
    /** The stream breaks. */
    STREAM_CUT(15),
    /** A process dies at a call to the exchange or the database. */
    CRASH(3),
    /** A process stops for a while at a call, as by SIGSTOP or a suspended machine. */
    FREEZE(3),
    /** The database refuses a call because another process holds the lock for too long. */
    STORE_LOCKED(4),
    /** The machine's clock is set back. */
    CLOCK_BACK(1_000),
    /** The machine's clock is set forward. */
    CLOCK_FORWARD(1_000),
    /** Orders trade in parts. */
    PARTIAL_FILLS(1_000),
    /** Cancels stay pending at the exchange for a while. */
    STUCK_CANCELS(1_000),
    /** Replacements are granted and then rejected for a while. */
    REJECTED_REPLACES(1_000),
    /** The exchange takes 200 requests a minute. */
    RATE_LIMIT(1_000);

    private final int perMille;

    ScenarioFault(int perMille) {
        this.perMille = perMille;
    }

    int perMille() {
        return perMille;
    }

    /** Returns its name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

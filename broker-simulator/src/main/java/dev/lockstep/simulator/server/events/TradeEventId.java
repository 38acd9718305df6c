package dev.lockstep.simulator.server.events;

import dev.lockstep.alpaca.stream.Ulid;
import java.time.Instant;

/**
 * ULIDs of events: the time in milliseconds and a number that counts the events, so that they sort
 * in the order of their occurrence.
 */
final class TradeEventId {
    private TradeEventId() {}

    /** Returns the id of the event with this time and number. */
    static String of(Instant at, long number) {
        return Ulid.digits(at.toEpochMilli(), Ulid.TIME_DIGITS)
                + Ulid.digits(number, Ulid.REST_DIGITS);
    }
}

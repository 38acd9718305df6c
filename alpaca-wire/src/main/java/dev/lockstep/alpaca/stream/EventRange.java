package dev.lockstep.alpaca.stream;

import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Range of server-sent events to send.
 *
 * @param since the time of the first one, null for events from now on
 * @param sinceId the id of the first one
 * @param until the time of the last one, after which the response ends; null for no end
 * @param untilId the id of the last one
 */
public record EventRange(
        @Nullable Instant since,
        @Nullable String sinceId,
        @Nullable Instant until,
        @Nullable String untilId) {
    /**
     * Parses the parameters of a request.
     *
     * @throws RefusedRequest if one is invalid, or if they exclude each other
     */
    public static EventRange of(Query query) {
        EventRange range =
                new EventRange(
                        query.time("since"),
                        ulid(query, "since_id"),
                        query.time("until"),
                        ulid(query, "until_id"));
        if (range.since != null && range.sinceId != null) {
            throw refused("since and since_id are mutually exclusive");
        }
        if (range.until != null && range.since == null) {
            throw refused("until requires since");
        }
        if (range.untilId != null && range.sinceId == null) {
            throw refused("until_id requires since_id");
        }
        return range;
    }

    /** Returns whether past events are requested. */
    public boolean past() {
        return since != null || sinceId != null;
    }

    /** Returns whether the response ends, since everything requested is in the past. */
    public boolean ends() {
        return until != null || untilId != null;
    }

    /** Returns whether the time of an event is in the range. */
    public boolean includes(Instant at) {
        return (since == null || !at.isBefore(since)) && (until == null || !at.isAfter(until));
    }

    private static @Nullable String ulid(Query query, String name) {
        String text = query.text(name);
        if (text == null) {
            return null;
        }
        if (text.length() != Ulid.TIME_DIGITS + Ulid.REST_DIGITS || Ulid.number(text).isEmpty()) {
            throw refused("invalid " + name);
        }
        return text.toUpperCase(Locale.ROOT);
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}

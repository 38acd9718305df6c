package dev.lockstep.simulator.server.events;

import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Range of events to send.
 *
 * @param since the time of the first one, null for events from now on
 * @param sinceId the id of the first one
 * @param until the time of the last one, after which the response ends; null for no end
 * @param untilId the id of the last one
 */
record TradeEventQuery(
        @Nullable Instant since,
        @Nullable String sinceId,
        @Nullable Instant until,
        @Nullable String untilId) {
    private static final int ULID_CHARS = 26;

    static TradeEventQuery of(Query query) {
        TradeEventQuery range =
                new TradeEventQuery(
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
    boolean past() {
        return since != null || sinceId != null;
    }

    /** Returns whether the response ends, since everything requested is in the past. */
    boolean ends() {
        return until != null || untilId != null;
    }

    boolean includes(TradeEvent event) {
        return (since == null || !event.entry().at().isBefore(since))
                && (sinceId == null || event.id().compareTo(sinceId) >= 0)
                && (until == null || !event.entry().at().isAfter(until))
                && (untilId == null || event.id().compareTo(untilId) <= 0);
    }

    private static @Nullable String ulid(Query query, String name) {
        String text = query.text(name);
        if (text != null && text.length() != ULID_CHARS) {
            throw refused("invalid " + name);
        }
        return text;
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}

package dev.lockstep.gateway.alpaca.stream;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.stream.EventRange;
import java.time.Instant;

/**
 * The updates that a client of server-sent events requests. The update of {@code since_id} is not
 * one of them, because the client has it.
 */
public final class RequestedUpdates {
    private final EventRange range;
    private final long start;

    /**
     * Creates the updates of a range.
     *
     * @throws RefusedRequest if an id is not that of an update
     */
    public RequestedUpdates(EventRange range, UpdateReader updates) {
        this.range = range;
        String sinceId = range.sinceId();
        Instant since = range.since();
        long last = updates.last();
        if (range.untilId() != null) {
            seq("until_id", range.untilId(), last);
        }
        if (sinceId != null) {
            // An event may have several updates, of which the client has some.
            this.start = Math.max(0, seq("since_id", sinceId, last) - 1);
        } else {
            this.start = since == null ? last : updates.before(since);
        }
    }

    /** Returns the position in the feed after which to start. */
    public long start() {
        return start;
    }

    /** Returns whether the response ends after the updates of the past. */
    public boolean ends() {
        return range.ends();
    }

    /** Returns whether an update after the start is requested. */
    public boolean includes(TradeUpdate update) {
        String sinceId = range.sinceId();
        String untilId = range.untilId();
        return range.includes(update.at())
                && (sinceId == null || UpdateId.later(update, sinceId))
                && (untilId == null || !UpdateId.later(update, untilId));
    }

    /** Returns the position of an id; one of another server would be later than all updates. */
    private static long seq(String name, String id, long last) {
        long seq = UpdateId.seq(id).orElse(Long.MAX_VALUE);
        if (seq > last) {
            throw new RefusedRequest(Refusal.invalid("invalid " + name));
        }
        return seq;
    }
}

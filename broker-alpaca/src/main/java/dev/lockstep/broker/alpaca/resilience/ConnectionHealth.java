package dev.lockstep.broker.alpaca.resilience;

import dev.lockstep.broker.alpaca.connection.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Latest health of the connection to the broker. Thread-safe. */
public final class ConnectionHealth {
    private final AtomicReference<Sign> last = new AtomicReference<>(new Sign(null, null, ""));

    /** Returns the latest health. */
    public Sign last() {
        return last.get();
    }

    void record(Reply reply, Duration took, Instant at) {
        UnaryOperator<Sign> next =
                switch (reply) {
                    case Reply.Answer answer when Resilience.failed(answer) ->
                            known -> new Sign(took, at, reply.summary());
                    case Reply.Answer _ -> known -> new Sign(took, at, known.trouble());
                    case Reply.NotPermitted _ -> known -> known;
                    case Reply.Silence _, Reply.Withheld _, Reply.NotConnected _ ->
                            known -> new Sign(known.latency(), known.answeredAt(), reply.summary());
                };
        last.updateAndGet(next);
    }

    /**
     * A health sample.
     *
     * @param latency the duration of the last answered request, null before the first answer
     * @param answeredAt the time of the last answer, null before the first
     * @param trouble the last failure, empty if none
     */
    public record Sign(@Nullable Duration latency, @Nullable Instant answeredAt, String trouble) {}
}

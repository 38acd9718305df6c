package dev.lockstep.broker.alpaca.resilience;

import dev.lockstep.broker.alpaca.connection.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Remembers how the line to the broker was last. Safe for use by several threads. */
public final class Vitals {
    private final AtomicReference<Sign> last = new AtomicReference<>(new Sign(null, null, ""));

    /** How it was last. */
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
     * One sign of life.
     *
     * @param latency how long the last answer took, null before the first
     * @param answeredAt when the last answer came, null before the first
     * @param trouble what last went wrong, empty while nothing has
     */
    public record Sign(@Nullable Duration latency, @Nullable Instant answeredAt, String trouble) {}
}

package dev.lockstep.app.web.board;

import dev.lockstep.app.config.value.DeadlineSetting;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.port.MonotonicClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the broker last said of the market's hours, by which it also shows whether it answers. Who
 * looks never waits: a look at an old answer has the next one asked for beside it.
 */
public final class MarketHours {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Broker broker;
    private final MonotonicClock clock;
    private final Executor beside;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicReference<Optional<FetchResult<MarketClock>>> last =
            new AtomicReference<>(Optional.empty());
    private volatile @Nullable DeadlineSetting next;

    /**
     * Asks this broker.
     *
     * @param beside runs the question
     */
    public MarketHours(Broker broker, MonotonicClock clock, Executor beside) {
        this.broker = broker;
        this.clock = clock;
        this.beside = beside;
    }

    /** The last answer; empty before the first. */
    public Optional<FetchResult<MarketClock>> last() {
        DeadlineSetting due = next;
        if ((due == null || due.passed()) && asking.compareAndSet(false, true)) {
            try {
                beside.execute(this::ask);
            } catch (RejectedExecutionException ending) {
                asking.set(false);
            }
        }
        return last.get();
    }

    private void ask() {
        try {
            last.set(Optional.of(broker.clock()));
            next = DeadlineSetting.after(EVERY, clock);
        } finally {
            asking.set(false);
        }
    }
}

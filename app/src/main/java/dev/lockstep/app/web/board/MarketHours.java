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
 * The broker's last market clock, which also shows whether it answers. Callers never wait: reading
 * an old value starts a refresh in the background.
 */
public final class MarketHours {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Broker broker;
    private final MonotonicClock clock;
    private final Executor background;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicReference<Optional<FetchResult<MarketClock>>> last =
            new AtomicReference<>(Optional.empty());
    private volatile @Nullable DeadlineSetting next;

    /**
     * Creates the cache.
     *
     * @param background runs the requests
     */
    public MarketHours(Broker broker, MonotonicClock clock, Executor background) {
        this.broker = broker;
        this.clock = clock;
        this.background = background;
    }

    /** Returns the last answer; empty before the first. */
    public Optional<FetchResult<MarketClock>> last() {
        DeadlineSetting due = next;
        if ((due == null || due.passed()) && asking.compareAndSet(false, true)) {
            try {
                background.execute(this::ask);
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

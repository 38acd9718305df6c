package dev.lockstep.simulator;

import dev.lockstep.simulator.server.stream.DataStreamHub;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.server.venue.IdleTimer;
import dev.lockstep.simulator.server.venue.RequestedSymbols;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Background tasks of a simulator: price ticks, due market data of the streams and the shutdown of
 * an idle simulator.
 */
final class BackgroundTasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTasks.class);
    private static final int IDLE_CHECKS_PER_TIMEOUT = 10;

    private static final Duration DATA_STREAMS = Duration.ofMillis(250);

    private final ScheduledExecutorService scheduler;

    BackgroundTasks(
            SimulatorConfig config,
            ExchangeGate floor,
            RequestedSymbols requested,
            DataStreamHub dataStreams,
            IdleTimer activity,
            Runnable close) {
        Duration tick = config.tickEvery();
        Duration idle = config.idleTimeout();
        scheduler = Executors.newSingleThreadScheduledExecutor(config.threads());
        if (!config.stepped()) {
            every(DATA_STREAMS, dataStreams::tick);
        }
        if (tick != null) {
            every(tick, () -> tickAll(floor, requested));
        }
        if (idle != null) {
            Runnable check =
                    () -> {
                        if (activity.idleFor(idle)) {
                            LOG.info("no request for {}: closing the simulator", idle);
                            close.run();
                        }
                    };
            every(idle.dividedBy(IDLE_CHECKS_PER_TIMEOUT), check);
        }
    }

    @Override
    public void close() {
        scheduler.shutdown();
    }

    private void every(Duration period, Runnable task) {
        long nanos = Math.max(period.toNanos(), 1);
        // The task logs its own failures.
        var _ =
                scheduler.scheduleWithFixedDelay(
                        () -> guarded(task), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** Logs an exception instead of throwing it: the executor never repeats a task that throws. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("background task of the simulator failed", e);
        }
    }

    private static void tickAll(ExchangeGate floor, RequestedSymbols requested) {
        floor.call((exchange, now) -> {
            exchange.prices().tickWatched(requested.lately(), now);
            return now;
        });
    }
}

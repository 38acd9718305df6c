package dev.lockstep.app.loop;

import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.monitor.WatchFreshness;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the trading loop for the lifetime of the process, and supervises it.
 *
 * <p>The watchdog renews the lease, restarts a loop that died or hangs, and restricts trading while
 * the orders are not fresh. A process that stands by does the same without owning the loop.
 */
public final class LoopRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopRunner.class);

    private final String owner;
    private final LoopParts parts;
    private final LoopTimings timings;
    private final ThreadFactory threads;
    private final Consumer<LoopEvent> events;
    private final Consumer<String> says;
    private final LeaseDuty duty;
    private final FormerLease former;
    private final WatchFreshness freshness;
    private final Thread watchdog;
    private final AtomicInteger lives = new AtomicInteger();
    private volatile boolean ending;
    private volatile LoopLife life;
    private volatile Thread loopThread;
    private boolean renewed;
    private long renewedAt;

    private LoopRunner(
            String owner,
            LoopParts parts,
            LoopTimings timings,
            ThreadFactory threads,
            Consumer<LoopEvent> events,
            Consumer<String> says,
            LeaseDuty duty) {
        this.owner = owner;
        this.parts = parts;
        this.timings = timings;
        this.threads = threads;
        this.events = events;
        this.says = says;
        this.duty = duty;
        this.former = new FormerLease(parts.lease());
        this.freshness =
                new WatchFreshness(
                        parts.loopReports(),
                        parts.incidents(),
                        parts.restrictor(),
                        parts.clock(),
                        parts.schedule().staleAfter(),
                        events);
        this.life = newLife();
        this.loopThread = threads.newThread(life);
        this.watchdog = threads.newThread(this::watch);
    }

    /**
     * Starts the loop.
     *
     * @param owner a name unique among processes
     * @param threads creates the threads of loop, stream and watchdog
     * @param events receives the loop's events, from several threads
     * @param says receives messages about the loop itself, from several threads
     * @param duty runs while this process has the lease
     */
    public static LoopRunner start(
            String owner,
            LoopParts parts,
            LoopTimings timings,
            ThreadFactory threads,
            Consumer<LoopEvent> events,
            Consumer<String> says,
            LeaseDuty duty) {
        LoopRunner runner = new LoopRunner(owner, parts, timings, threads, events, says, duty);
        runner.loopThread.start();
        runner.watchdog.start();
        return runner;
    }

    /** Ends the loop after what it is at, and releases the lease. */
    @Override
    public void close() {
        ending = true;
        boolean interrupted = Thread.interrupted();
        try {
            // First, for it begins lives anew: whatever it began is then the one that ends here.
            watchdog.interrupt();
            watchdog.join(timings.ending());
            life.end();
            loopThread.join(timings.ending());
            loopThread.interrupt();
            loopThread.join(timings.ending());
        } catch (InterruptedException _) {
            life.end();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!ending) {
                try {
                    check();
                } catch (RepositoryException failed) {
                    says.accept("the watchdog could not check: " + failed.getMessage());
                } catch (RuntimeException bug) {
                    LOG.error("internal error in the watchdog, which continues", bug);
                }
                parts.pause().of(timings.watchdogEvery());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void check() {
        PlatformClock clock = parts.clock();
        boolean late = clock.since(life.sign().nanos()).compareTo(timings.late()) > 0;
        if (!ending && (late || !loopThread.isAlive())) {
            restart(late ? "gave no sign of life since " + life.sign().at() : "died");
        } else if (!renewed || clock.since(renewedAt).compareTo(timings.term().dividedBy(3)) >= 0) {
            renewed = true;
            renewedAt = clock.nanoTime();
            life.renew();
        }
        freshness.check();
    }

    private void restart(String why) {
        says.accept("the loop " + why + " and is restarted");
        life.end();
        loopThread.interrupt();
        life.release();
        life = newLife();
        Thread next = threads.newThread(life);
        next.start();
        loopThread = next;
    }

    private LoopLife newLife() {
        String name = owner + "/" + lives.incrementAndGet();
        StreamThread stream = new StreamThread(parts.stream(), threads, parts.pause(), says);
        return new LoopLife(name, parts, timings, events, says, stream, duty, former);
    }
}

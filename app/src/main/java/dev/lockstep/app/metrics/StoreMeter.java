package dev.lockstep.app.metrics;

import dev.lockstep.domain.port.maintenance.StoreMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the store does and how long it waits. */
final class StoreMeter implements StoreMetrics {
    private final Timer lockWaits;
    private final Counter retries;
    private final Counter lockTimeouts;
    private final Timer commits;
    private final Counter writes;
    private final Counter orders;
    private final Timer checkpoints;
    private final AtomicLong queued = new AtomicLong();
    private final AtomicLong journalBytes = new AtomicLong();

    StoreMeter(MeterRegistry registry) {
        lockWaits =
                timer(
                        registry,
                        "lockstep.store.lock.wait",
                        "Waits for the write lock of another process");
        retries =
                counter(registry, "lockstep.store.retries", "Writes run again for a foreign lock");
        lockTimeouts =
                counter(
                        registry,
                        "lockstep.store.lock.timeouts",
                        "Callers that did not get the lock before their deadline");
        commits = timer(registry, "lockstep.store.commit", "From taking the lock until durable");
        writes = counter(registry, "lockstep.store.writes", "Callers' writes that are durable");
        orders = counter(registry, "lockstep.store.orders.written", "Orders in those writes");
        checkpoints = timer(registry, "lockstep.store.checkpoint", "Carrying the journal over");
        registry.gauge("lockstep.store.queue", queued);
        registry.gauge("lockstep.store.journal.bytes", journalBytes);
    }

    @Override
    public void lockWaited(Duration waited) {
        lockWaits.record(waited);
    }

    @Override
    public void retried() {
        retries.increment();
    }

    @Override
    public void lockTimedOut() {
        lockTimeouts.increment();
    }

    @Override
    public void committed(int callersWrites, int aboutOrders, Duration took) {
        commits.record(took);
        writes.increment(callersWrites);
        orders.increment(aboutOrders);
    }

    @Override
    public void queued(int waiting) {
        queued.set(waiting);
    }

    @Override
    public void checkpointed(long walBytes, Duration took) {
        checkpoints.record(took);
        journalBytes.set(walBytes);
    }

    private static Timer timer(MeterRegistry registry, String name, String what) {
        return Timer.builder(name)
                .description(what)
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String what) {
        return Counter.builder(name).description(what).register(registry);
    }
}

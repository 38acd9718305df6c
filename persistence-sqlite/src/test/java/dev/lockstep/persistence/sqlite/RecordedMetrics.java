package dev.lockstep.persistence.sqlite;

import dev.lockstep.domain.port.maintenance.StoreMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Records a store's metrics for assertions. */
final class RecordedMetrics implements StoreMetrics {
    final List<Duration> lockWaits = new CopyOnWriteArrayList<>();
    final List<Commit> commits = new CopyOnWriteArrayList<>();
    final List<Integer> depths = new CopyOnWriteArrayList<>();
    final List<Checkpoint> checkpoints = new CopyOnWriteArrayList<>();
    final AtomicInteger retries = new AtomicInteger();

    @Override
    public void lockWaited(Duration waited) {
        lockWaits.add(waited);
    }

    @Override
    public void retried() {
        retries.incrementAndGet();
    }

    @Override
    public void committed(int writes, int orders, Duration took) {
        commits.add(new Commit(writes, orders, took));
    }

    @Override
    public void queued(int writes) {
        depths.add(writes);
    }

    @Override
    public void checkpointed(long walBytes, Duration took) {
        checkpoints.add(new Checkpoint(walBytes, took));
    }

    record Commit(int writes, int orders, Duration took) {}

    record Checkpoint(long walBytes, Duration took) {}
}

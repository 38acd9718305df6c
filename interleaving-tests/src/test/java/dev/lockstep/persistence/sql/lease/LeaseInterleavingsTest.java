package dev.lockstep.persistence.sql.lease;

import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Concurrent uses of the trading lease by three stores on one file, as by three processes, have the
 * results of some order of these: no two owners at once, and a higher epoch for each new one. No
 * term passes meanwhile.
 *
 * <p>Only threads of the operating system: Lincheck's model cannot follow a statement into SQLite.
 */
@Tag("slow")
@Param(name = "owner", gen = IntGen.class, conf = "0:2")
@Param(name = "epoch", gen = IntGen.class, conf = "1:3")
public class LeaseInterleavingsTest {
    private static final int ITERATIONS = 10;
    private static final int INVOCATIONS = 25;
    private static final int OWNERS = 3;
    private static final Duration NEVER_PASSES = Duration.ofDays(1);

    private static @TempDir Path folder;
    private static List<SqliteStore> stores = List.of();

    private final long before;

    /** Releases the lease, if anybody has it, and counts epochs from its last one. */
    public LeaseInterleavingsTest() {
        Optional<Lease> last = lease(0).current();
        last.filter(held -> !held.released()).ifPresent(lease(0)::release);
        before = last.map(Lease::epoch).orElse(0L);
    }

    @BeforeAll
    static void open() {
        Path file = folder.resolve("orders.db");
        stores =
                Stream.generate(() -> SqliteStore.open(SqliteConfig.at(file)))
                        .limit(OWNERS)
                        .toList();
    }

    @AfterAll
    static void close() {
        stores.forEach(SqliteStore::close);
    }

    /** The epoch that the owner has now; 0 where another one has the lease. */
    @Operation
    public long acquire(@Param(name = "owner") int owner) {
        return lease(owner)
                .acquire(name(owner), NEVER_PASSES)
                .map(held -> held.epoch() - before)
                .orElse(0L);
    }

    @Operation
    public boolean renew(@Param(name = "owner") int owner, @Param(name = "epoch") int epoch) {
        return lease(owner).renew(held(owner, epoch), NEVER_PASSES).isPresent();
    }

    @Operation
    public void release(@Param(name = "owner") int owner, @Param(name = "epoch") int epoch) {
        lease(owner).release(held(owner, epoch));
    }

    @Test
    void interleavings_of_real_threads_are_explained_by_an_order() {
        new StressOptions()
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .check(LeaseInterleavingsTest.class);
    }

    private Lease held(int owner, int epoch) {
        return new Lease(name(owner), before + epoch, Instant.EPOCH.plus(NEVER_PASSES));
    }

    private static String name(int owner) {
        return "owner-" + owner;
    }

    private static TradingLease lease(int owner) {
        return stores.get(owner).lease();
    }
}

package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.TradingState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a real disk fail while a store is in use, lets it recover, and checks the callers' results
 * and the stored data. Affects its whole process, so it runs in a separate one.
 */
final class FaultDrill {
    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final Evidence EVIDENCE = Evidence.local("drill");
    private static final int MAX_ORDERS = 20_000;

    private final SampleOrders sample = new SampleOrders();
    private final List<Order> acknowledged = new ArrayList<>();
    private final Path folder;
    private final Reason expected;

    private FaultDrill(Reason expected, Path folder) {
        this.expected = expected;
        this.folder = folder;
    }

    /** Arguments: the fault, the folder. */
    @SuppressWarnings("SystemOut") // output read by the test that started it
    public static void main(String[] arguments) throws Exception {
        Reason fault = Reason.valueOf(arguments[0]);
        FaultDrill drill = new FaultDrill(fault, Path.of(arguments[1]));
        drill.run();
        drill.checkAfterwards();
        System.out.println("PASSED");
    }

    private void run() throws Exception {
        try (SqliteStore store = Stores.open(file())) {
            for (int order = 0; order < 50; order++) {
                add(store);
            }
            breakDisk();
            try {
                assertFailed(firstFailure(store));
                assertThat(refusal(store).reason()).isEqualTo(Reason.HALTED);
                assertAllThere(store);
                tryCancel(store);
                if (expected == Reason.DISK_FULL) {
                    assertSafetyIsStored(store);
                }
            } finally {
                repairDisk();
            }
            Eventually.within(
                    BOUND,
                    "new orders are accepted",
                    () -> store.inspection().health() instanceof StoreHealth.Sound);
            add(store);
            assertAllThere(store);
        }
    }

    private void checkAfterwards() {
        try (SqliteStore store = Stores.open(file())) {
            assertAllThere(store);
            assertThat(store.inspection().inspect().findings())
                    .extracting(Finding::text)
                    .contains("the database file is intact", "new orders are accepted");
        }
    }

    private Path file() {
        return folder.resolve("orders.db");
    }

    private void add(SqliteStore store) {
        Order order = sample.intent();
        store.repository().add(order, EVIDENCE);
        acknowledged.add(order);
    }

    private RepositoryException firstFailure(SqliteStore store) {
        for (int order = 0; order < MAX_ORDERS; order++) {
            try {
                add(store);
            } catch (RepositoryException failure) {
                return failure;
            }
        }
        throw new AssertionError(MAX_ORDERS + " orders were stored on a failing disk");
    }

    /**
     * On a full disk a test write may find a little space and clear the fault; the next order fails
     * again.
     */
    private RepositoryException refusal(SqliteStore store) {
        for (int trial = 0; trial < MAX_ORDERS; trial++) {
            RepositoryException failure = firstFailure(store);
            if (failure.reason() == Reason.HALTED) {
                return failure;
            }
            assertFailed(failure);
        }
        throw new AssertionError("new orders were never refused at once");
    }

    private void tryCancel(SqliteStore store) {
        try {
            store.repository()
                    .update(
                            OrderUpdate.applying(
                                    sample.intent().id(),
                                    new ExecutionReport.CancelRequested(),
                                    SampleOrders.START,
                                    EVIDENCE));
        } catch (RepositoryException failure) {
            assertFailed(failure);
        }
    }

    /** On a disk that refuses writes, a failed commit may be stored. */
    private void assertFailed(RepositoryException failure) {
        if (expected == Reason.IO_ERROR) {
            assertThat(failure.reason()).isIn(expected, Reason.COMMIT_UNKNOWN);
        } else {
            assertThat(failure.reason()).isEqualTo(expected);
        }
    }

    /** A halt, a cancel request and an incident are stored in the reserve, unlike new orders. */
    private void assertSafetyIsStored(SqliteStore store) {
        RiskChange halt =
                new RiskChange(
                        new Step.Restrict(Restriction.OPERATOR, TradingState.HALTED),
                        "drill",
                        "the disk is full",
                        SampleOrders.START);
        assertThat(store.riskControl().change(halt).state()).isEqualTo(TradingState.HALTED);
        Order order = acknowledged.removeFirst();
        assertThat(
                        store.repository()
                                .update(
                                        OrderUpdate.applying(
                                                order.id(),
                                                new ExecutionReport.CancelRequested(),
                                                SampleOrders.START,
                                                EVIDENCE)))
                .isInstanceOf(UpdateOutcome.Updated.class);
        store.incidents().open(IncidentKind.EXTERNAL_ORDER, "drill", "full", SampleOrders.START);
        assertThat(store.inspection().health()).isInstanceOf(StoreHealth.Halted.class);
    }

    private void assertAllThere(SqliteStore store) {
        assertThat(acknowledged)
                .allSatisfy(
                        order -> assertThat(store.repository().find(order.id())).contains(order));
    }

    private void breakDisk() throws IOException, InterruptedException {
        if (expected == Reason.DISK_FULL) {
            fill();
        } else {
            limitFiles("1");
        }
    }

    private void repairDisk() throws IOException, InterruptedException {
        if (expected == Reason.DISK_FULL) {
            Files.delete(folder.resolve("filler"));
        } else {
            limitFiles("unlimited");
        }
    }

    private void fill() throws IOException {
        try (OutputStream filler = Files.newOutputStream(folder.resolve("filler"))) {
            byte[] block = new byte[4096];
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    /** Makes writes beyond this file size fail, as on a broken disk. */
    private static void limitFiles(String bytes) throws IOException, InterruptedException {
        long self = ProcessHandle.current().pid();
        Process limit =
                new ProcessBuilder("prlimit", "--pid=" + self, "--fsize=" + bytes + ":unlimited")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(limit.waitFor()).isZero();
    }
}

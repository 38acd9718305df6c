package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.audit.AuditVerdict.Intact;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.domain.usecase.sync.SyncResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Concurrent load under which the preceding platform lost orders. */
@Tag("slow")
class LoadTest {
    private static final int THREADS = 32;
    private static final int SUBMITS_EACH = 50;

    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;

    @Test
    void thirty_two_threads_with_syncs_and_readers_lose_and_duplicate_no_order() throws Exception {
        try (SqliteStore store = Stores.open(folder.resolve("orders.db"));
                ExecutorService threads = Executors.newCachedThreadPool()) {
            SubmitOrder submitOrder =
                    SampleUseCases.submitOrder(store.repository(), broker, sample.ids(), clock);
            SyncOrders syncOrders = new SyncOrders(store.repository(), broker, sample.ids(), clock);
            AtomicBoolean over = new AtomicBoolean();
            Future<Integer> syncs = threads.submit(() -> sync(syncOrders, over));
            Future<Integer> pages = threads.submit(() -> read(store, over));
            List<Callable<Void>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String name = "thread " + thread + " submit ";
                work.add(() -> submit(submitOrder, name));
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
            over.set(true);

            assertThat(syncs.get()).isPositive();
            assertThat(pages.get()).isPositive();
            syncOrders.sync();
            assertThat(broker.sends()).hasSize(THREADS * SUBMITS_EACH);
            assertThat(broker.sends()).allSatisfy(sent -> assertStored(store, sent));
            assertThat(store.inspection().inspect().lockErrors()).isZero();
            assertThat(store.auditTrail().verify((_, _) -> {})).isInstanceOf(Intact.class);
        }
    }

    private static Void submit(SubmitOrder submitOrder, String name) {
        for (int submit = 0; submit < SUBMITS_EACH; submit++) {
            IdempotencyKey key = new IdempotencyKey(name + submit);
            assertThat(submitOrder.submit(SampleOrders.tenShares(), key))
                    .isInstanceOf(SubmitResult.Submitted.class);
        }
        return null;
    }

    /**
     * Synchronizes until {@code over}, filling every second order; returns the number of
     * synchronizations.
     */
    private int sync(SyncOrders syncOrders, AtomicBoolean over) {
        int syncs = 0;
        while (!over.get()) {
            List<Order> sent = broker.sends();
            for (int filled = 0; filled < sent.size(); filled += 2) {
                broker.set(sent.get(filled), OrderStatus.FILLED, "10");
            }
            assertThat(syncOrders.sync()).isInstanceOf(SyncResult.Completed.class);
            syncs++;
        }
        return syncs;
    }

    private static int read(SqliteStore store, AtomicBoolean over) {
        int pages = 0;
        while (!over.get()) {
            store.repository().search(OrderQuery.all().newestFirst());
            pages++;
        }
        return pages;
    }

    private static void assertStored(SqliteStore store, Order sent) {
        Order stored = store.repository().byClientOrderId(sent.clientOrderId()).orElseThrow();
        assertThat(stored.status()).isIn(OrderStatus.ACCEPTED, OrderStatus.FILLED);
        assertThat(stored.brokerOrderId()).isEqualTo(SampleOrders.brokerOrderId(sent));
    }
}

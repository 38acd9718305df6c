package dev.lockstep.persistence.postgres.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.postgres.PostgresStores;
import dev.lockstep.persistence.postgres.StorePassword;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import dev.lockstep.persistence.sql.connection.Session;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All connections for reading are taken by reads of this process. */
@Tag("slow")
class TakenReadersTest {
    private static final int READERS = 2;

    private final SampleOrders sample = new SampleOrders();
    private final Order order = sample.intent();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final PostgresStore store =
            PostgresStores.open(
                    new PostgresConfig(
                            PostgresServers.shared().newSchema(),
                            StorePassword.NONE,
                            Duration.ofSeconds(2),
                            100,
                            READERS));

    @TempDir private Path folder;

    @BeforeEach
    void trade() {
        store.repository().add(order, Attempts.EVIDENCE);
    }

    @AfterEach
    void close() {
        end.countDown();
        callers.shutdown();
        store.close();
    }

    @Test
    void a_read_waits_for_one_within_its_deadline() throws Exception {
        takeAll();
        Future<Boolean> waiting =
                callers.submit(() -> store.repository().find(order.id()).isPresent());

        end.countDown();

        assertThat(waiting.get()).isTrue();
    }

    @Test
    void a_read_that_waits_beyond_its_deadline_is_overloaded_and_writes_continue()
            throws Exception {
        takeAll();

        assertThat(Attempts.refused(Reason.OVERLOADED, () -> store.repository().find(order.id())))
                .contains("behind other reads: send fewer at once");

        store.repository().add(sample.intent(), Attempts.EVIDENCE);
        assertThat(store.inspection().health()).isInstanceOf(StoreHealth.Sound.class);
    }

    @Test
    void a_backup_without_a_connection_is_refused_and_the_server_does_not_count_as_away()
            throws Exception {
        takeAll();

        assertThat(
                        Attempts.refused(
                                Reason.OVERLOADED,
                                () -> store.backup().backUp(folder.resolve("copy.db"))))
                .contains("all connections for reading are in use");

        end.countDown();
        assertThat(store.repository().find(order.id())).isPresent();
        assertThat(store.inspection().health()).isInstanceOf(StoreHealth.Sound.class);
    }

    /** Takes each connection by a read that lasts until the end, and sends a little meanwhile. */
    private void takeAll() {
        CountDownLatch taken = new CountDownLatch(READERS);
        for (int reader = 0; reader < READERS; reader++) {
            callers.execute(() -> {
                try {
                    PostgresStores.read(store, session -> held(session, taken));
                } catch (RepositoryException late) {
                    assertThat(late.reason()).isEqualTo(Reason.READ_TIMEOUT);
                }
            });
        }
        Eventually.within(Attempts.BOUND, "all connections are taken", () -> taken.getCount() == 0);
    }

    private boolean held(Session session, CountDownLatch taken) throws SQLException {
        taken.countDown();
        try (PreparedStatement statement = session.prepared("SELECT 1")) {
            statement.execute();
        }
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}

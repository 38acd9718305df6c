package dev.lockstep.persistence.postgres.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.postgres.PostgresStores;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is stopped, killed and hangs while stores have it open. */
class ServerAwayTest {
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final int CALLERS = 8;
    private static final int ENOUGH = 20;
    private static final int MANY = 500;

    private static PostgresServer server;

    private final SampleOrders sample = new SampleOrders();

    @BeforeAll
    static void start() {
        server = PostgresServers.started(List.of("fsync=off"));
    }

    @AfterAll
    static void end() throws IOException {
        server.close();
    }

    @Test
    void a_restart_between_two_writes_is_not_noticed() throws Exception {
        try (PostgresStore store = open()) {
            Order before = added(store);
            server.stop();
            server.start();

            Order after = added(store);

            assertThat(store.repository().find(before.id())).contains(before);
            assertThat(store.repository().find(after.id())).contains(after);
        }
    }

    @Test
    void calls_fail_while_the_server_is_away_and_work_again_once_it_is_back() throws Exception {
        try (PostgresStore store = open()) {
            Order before = added(store);
            server.stop();

            assertThat(Attempts.refused(Reason.IO_ERROR, () -> added(store)))
                    .contains("the server cannot be reached or does not answer");
            Attempts.refused(Reason.HALTED, () -> added(store));
            assertThat(
                            Attempts.refused(
                                    Reason.IO_ERROR, () -> store.repository().find(before.id())))
                    .isEqualTo(
                            "the read failed: the server cannot be reached or does not answer:"
                                    + " check it and the network (no connection to 127.0.0.1:"
                                    + server.port()
                                    + ")");
            assertThat(Attempts.refused(Reason.IO_ERROR, this::open))
                    .contains("opening postgresql://lockstep@127.0.0.1:");

            server.start();
            Attempts.awaitSound(store);
            added(store);
            assertThat(store.repository().find(before.id())).contains(before);
        }
    }

    @Test
    void a_server_that_is_killed_under_load_loses_no_acknowledged_write() throws Exception {
        try (PostgresStore store = open()) {
            List<Attempts> all =
                    Stream.generate(() -> new Attempts(sample)).limit(CALLERS).toList();
            AtomicBoolean ended = new AtomicBoolean();
            List<Thread> callers =
                    all.stream()
                            .map(attempts ->
                                    Thread.ofVirtual()
                                            .start(() -> {
                                                while (!ended.get()) {
                                                    if (!attempts.add(store)) {
                                                        Attempts.awaitSound(store);
                                                    }
                                                }
                                            }))
                            .toList();
            awaitAcknowledged(all, ENOUGH);
            server.kill();
            Eventually.within(
                    Attempts.BOUND,
                    "every caller is refused",
                    () -> all.stream().allMatch(attempts -> attempts.refused() > 0));
            server.start();
            awaitAcknowledged(all, acknowledged(all).max().orElseThrow() + ENOUGH);
            ended.set(true);
            for (Thread caller : callers) {
                caller.join();
            }

            all.forEach(attempts -> attempts.assertTruthful(store));
            Attempts.assertIntact(store);
        }
    }

    @Test
    void calls_end_while_the_server_hangs() throws Exception {
        try (PostgresStore store = open()) {
            Order before = added(store);
            server.suspend();
            try {
                Attempts.refused(Reason.IO_ERROR, () -> added(store));
                Attempts.refused(Reason.HALTED, () -> added(store));
                Attempts.refused(Reason.IO_ERROR, () -> store.repository().find(before.id()));
                Attempts.refused(Reason.IO_ERROR, this::open);
            } finally {
                server.resume();
            }
            Attempts.awaitSound(store);
            added(store);
            assertThat(store.repository().find(before.id())).contains(before);
        }
    }

    @Test
    @Timeout(60)
    void reads_do_not_wait_for_a_server_that_is_known_to_hang() throws Exception {
        try (PostgresStore store = open()) {
            Order before = added(store);
            server.suspend();
            try {
                for (int read = 0; read < MANY; read++) {
                    Attempts.refused(Reason.IO_ERROR, () -> store.repository().find(before.id()));
                }
            } finally {
                server.resume();
            }
            Attempts.awaitSound(store);
            assertThat(store.repository().find(before.id())).contains(before);
        }
    }

    private PostgresStore open() {
        return PostgresStores.open(
                PostgresConfig.at(server.newSchema()).withLockDeadline(DEADLINE));
    }

    private Order added(PostgresStore store) {
        Order order = sample.intent();
        store.repository().add(order, Attempts.EVIDENCE);
        return order;
    }

    private static void awaitAcknowledged(List<Attempts> all, int enough) {
        Eventually.within(
                Attempts.BOUND,
                enough + " writes of each caller",
                () -> acknowledged(all).allMatch(count -> count >= enough));
    }

    private static IntStream acknowledged(List<Attempts> all) {
        return all.stream().mapToInt(Attempts::acknowledged);
    }
}

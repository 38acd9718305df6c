package dev.lockstep.persistence.postgres.hint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.port.CommitHints;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.postgres.PostgresStores;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server of the hints is away, or refuses them. */
@Tag("slow")
@Timeout(240)
class LostHintsTest {
    private static final String DATABASE = "postgres";

    private final HintListener listener = new HintListener();
    private final SampleOrders sample = new SampleOrders();
    private final List<PostgresServer> servers = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (PostgresServer server : servers) {
            server.close();
        }
    }

    @Test
    void hints_come_back_after_a_restart_of_the_server() throws Exception {
        PostgresServer server = started();
        try (PostgresStore store = PostgresStores.open(PostgresConfig.at(server.newSchema()));
                CommitHints.Subscription _ = store.hints().subscribe(listener)) {
            HintListener.awaitListening(server, DATABASE, 1);

            server.stop();
            listener.awaitLoss(0);
            server.start();

            awaitHintFrom(server, store);
        }
    }

    @Test
    void hints_come_from_the_promoted_standby() throws Exception {
        PostgresServer primary = started();
        PostgresServer standby = primary.synchronousStandby();
        servers.add(standby);
        try (PostgresStore store =
                        PostgresStores.open(
                                PostgresConfig.at(primary.schemaOnEither(standby, "hints")));
                CommitHints.Subscription _ = store.hints().subscribe(listener)) {
            HintListener.awaitListening(primary, DATABASE, 1);

            primary.kill();
            listener.awaitLoss(0);
            standby.promote();

            awaitHintFrom(standby, store);
        }
    }

    @Test
    void it_is_closed_while_the_server_hangs() throws Exception {
        PostgresServer server = started();
        PostgresStore store = PostgresStores.open(PostgresConfig.at(server.newSchema()));
        CommitHints.Subscription subscription = store.hints().subscribe(listener);
        HintListener.awaitListening(server, DATABASE, 1);
        List<Thread> started = new ArrayList<>();
        PostgresCommitHints hints =
                new PostgresCommitHints(
                        store.connections()::openHints, task -> recorded(started, task));

        server.suspend();
        try (CommitHints.Subscription _ = hints.subscribe(listener)) {
            hints.close();
            assertThat(started).noneMatch(Thread::isAlive);
        } finally {
            server.resume();
            subscription.close();
            store.close();
        }
    }

    @Test
    void refused_connections_are_tried_again_until_it_is_closed() {
        List<Thread> started = new ArrayList<>();
        PostgresCommitHints hints =
                new PostgresCommitHints(
                        () -> {
                            throw new SQLException("password authentication failed", "28P01");
                        },
                        task -> recorded(started, task));
        CommitHints.Subscription subscription = hints.subscribe(listener);
        listener.awaitLoss(1);

        hints.close();

        assertThat(started).hasSize(1).noneMatch(Thread::isAlive);
        assertThat(listener.hints()).isZero();
        subscription.close();
    }

    private static Thread recorded(List<Thread> started, Runnable task) {
        Thread thread = Thread.ofPlatform().daemon().unstarted(task);
        started.add(thread);
        return thread;
    }

    private PostgresServer started() {
        PostgresServer server = PostgresServers.started(List.of("fsync=off"));
        servers.add(server);
        return server;
    }

    private void awaitHintFrom(PostgresServer server, PostgresStore store) {
        HintListener.awaitListening(server, DATABASE, 1);
        int before = listener.hints();
        store.repository().add(sample.intent(), Evidence.local("test"));
        listener.awaitHint(before);
        assertThat(store.feed().last()).isPositive();
    }
}

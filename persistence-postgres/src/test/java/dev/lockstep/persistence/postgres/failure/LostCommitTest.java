package dev.lockstep.persistence.postgres.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.postgres.PostgresStores;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import dev.lockstep.persistence.postgres.server.ServerProxy;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.fault.Commit;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** The connection is lost after COMMIT was sent: the write is looked up. */
class LostCommitTest {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final PostgresServer server = PostgresServers.shared();
    private final PostgresConfig direct = PostgresServers.newStore();
    private final SampleOrders sample = new SampleOrders();
    private final AtomicReference<Commit> commit = new AtomicReference<>(Session::commit);
    private ServerProxy proxy;
    private PostgresStore witness;
    private PostgresStore store;

    @BeforeEach
    void open() throws IOException {
        witness = PostgresStores.open(direct);
        proxy = new ServerProxy(server);
        store =
                PostgresStores.open(
                        PostgresConfig.at(
                                        server.schemaThrough(
                                                proxy.port(), direct.address().schema()))
                                .withLockDeadline(DEADLINE),
                        session -> commit.get().of(session));
    }

    @AfterEach
    void close() throws IOException {
        proxy.heal();
        store.close();
        witness.close();
        proxy.close();
    }

    @Test
    void a_write_is_acknowledged_once_the_server_is_back() {
        Order order = sample.intent();
        commit.set(
                once(session -> {
                    session.commit();
                    proxy.away(true);
                    Thread.ofVirtual().start(() -> proxy.away(false));
                    throw lost();
                }));

        assertThat(store.repository().add(order, Attempts.EVIDENCE))
                .isInstanceOf(AddOutcome.Added.class);
        assertThat(witness.repository().find(order.id())).contains(order);
    }

    @Test
    void a_write_is_unknown_while_the_server_stays_away_and_is_found_later() {
        Order order = sample.intent();
        commit.set(
                once(session -> {
                    session.commit();
                    proxy.away(true);
                    throw lost();
                }));

        assertThat(
                        Attempts.refused(
                                Reason.COMMIT_UNKNOWN,
                                () -> store.repository().add(order, Attempts.EVIDENCE)))
                .contains("look up the order before you send it again");
        Attempts.refused(
                Reason.HALTED, () -> store.repository().add(sample.intent(), Attempts.EVIDENCE));

        proxy.heal();
        Attempts.awaitSound(store);
        assertThat(store.repository().add(order, Attempts.EVIDENCE))
                .isInstanceOf(AddOutcome.AlreadyThere.class);
    }

    @Test
    void the_outcome_is_known_although_another_process_has_written_meanwhile() {
        commit.set(
                once(session -> {
                    session.commit();
                    elsewhere(() -> opened(witness, "theirs"));
                    throw lost();
                }));

        assertThatCode(() -> opened(store, "ours")).doesNotThrowAnyException();
        assertThat(store.incidents().list(IncidentQuery.all()))
                .extracting(incident -> incident.subject())
                .containsExactlyInAnyOrder("ours", "theirs");
    }

    private static SQLException lost() {
        return new PSQLException("an I/O error occurred", PSQLState.CONNECTION_FAILURE);
    }

    /** Runs what is forbidden inside a write, and what another process does at that time. */
    private static void elsewhere(Runnable work) {
        try {
            Thread.ofPlatform().start(work).join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void opened(PostgresStore through, String subject) {
        through.incidents().open(IncidentKind.EXTERNAL_ORDER, subject, "text", SampleOrders.START);
    }

    /** Commits so once, and as always from then on. */
    private Commit once(Commit special) {
        return session -> {
            commit.set(Session::commit);
            special.of(session);
        };
    }
}

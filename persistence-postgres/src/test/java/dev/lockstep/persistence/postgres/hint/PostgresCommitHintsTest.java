package dev.lockstep.persistence.postgres.hint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.CommitHints;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.postgres.PostgresStores;
import dev.lockstep.persistence.postgres.StorePassword;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import dev.lockstep.persistence.sql.connection.Session;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

@Tag("slow")
class PostgresCommitHintsTest {
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final PostgresServer server = PostgresServers.shared();
    private final PostgresAddress address = server.newDatabase();
    private final PostgresConfig config = PostgresConfig.at(address);
    private final SampleOrders sample = new SampleOrders();
    private final HintListener listener = new HintListener();

    @Test
    void a_commit_of_another_process_is_hinted_and_in_the_feed() {
        try (PostgresStore store = PostgresStores.open(config);
                PostgresStore other = PostgresStores.open(config);
                CommitHints.Subscription _ = store.hints().subscribe(listener)) {
            awaitListening(1);
            int before = listener.hints();

            Order order = add(other);

            listener.awaitHint(before);
            assertThat(store.feed().after(0, 10)).containsExactly(new OrderFeed.Change(1, order));
        }
    }

    @Test
    void each_subscriber_gets_the_hints_of_one_connection() {
        HintListener second = new HintListener();
        try (PostgresStore store = PostgresStores.open(config);
                CommitHints.Subscription _ = store.hints().subscribe(listener);
                CommitHints.Subscription _ = store.hints().subscribe(second)) {
            awaitListening(1);

            add(store);

            listener.awaitHint(0);
            second.awaitHint(0);
            awaitListening(1);
        }
    }

    @Test
    void a_rollback_is_not_notified_and_a_commit_once() throws SQLException {
        try (PostgresStore store = PostgresStores.open(config);
                CommitHints.Subscription _ = store.hints().subscribe(listener);
                Connection witness = listening(config.address().schema())) {
            awaitListening(1);
            try (Session session = store.connections().openWriter()) {
                session.beginWriting();
                session.rollback();
            }

            add(store);

            listener.awaitHint(0);
            assertThat(notifications(witness)).isEqualTo(1);
        }
    }

    @Test
    void nothing_is_notified_while_no_process_listens() throws SQLException {
        try (PostgresStore store = PostgresStores.open(config);
                Connection witness = listening(config.address().schema())) {
            add(store);

            assertThat(notifications(witness)).isZero();
        }
    }

    @Test
    void a_schema_with_the_longest_name_has_hints() {
        PostgresConfig longest = config.withSchema("s".repeat(63));
        try (PostgresStore store = PostgresStores.open(longest);
                CommitHints.Subscription _ = store.hints().subscribe(listener)) {
            awaitListening(1);

            add(store);

            listener.awaitHint(0);
        }
    }

    @Test
    void writes_in_another_schema_are_not_hinted() throws SQLException {
        try (PostgresStore store = PostgresStores.open(config);
                PostgresStore other = PostgresStores.open(config.withSchema("other"));
                CommitHints.Subscription _ = store.hints().subscribe(listener);
                Connection witness = listening("other")) {
            awaitListening(1);

            add(other);

            assertThat(notifications(witness)).isZero();
        }
    }

    @Test
    void after_its_connection_was_ended_hints_come_back() {
        try (PostgresStore store = PostgresStores.open(config);
                PostgresStore other = PostgresStores.open(config);
                CommitHints.Subscription _ = store.hints().subscribe(listener)) {
            awaitListening(1);
            int losses = listener.losses();

            HintListener.endConnections(server, address.database());

            listener.awaitLoss(losses);
            add(other);
            assertThat(store.feed().last()).isEqualTo(1);
            awaitListening(1);
            int before = listener.hints();
            add(other);
            listener.awaitHint(before);
            assertThat(store.feed().last()).isEqualTo(2);
        }
    }

    @Test
    void a_closed_store_has_no_connection() {
        PostgresStore store = PostgresStores.open(config);
        CommitHints.Subscription subscription = store.hints().subscribe(listener);
        awaitListening(1);

        store.close();

        awaitListening(0);
        subscription.close();
    }

    @Test
    void a_store_without_a_connection_left_for_hints_writes_and_reads() {
        server.execute(address.database(), "CREATE USER few");
        server.execute(
                address.database(), "GRANT CREATE ON DATABASE " + address.database() + " TO few");
        try (PostgresStore store = PostgresStores.open(ofUserFew())) {
            assertThat(store.feed().last()).isZero();
            // The writer's and the reader's, which are open.
            server.execute(address.database(), "ALTER USER few CONNECTION LIMIT 2");
            int losses = listener.losses();
            try (CommitHints.Subscription _ = store.hints().subscribe(listener)) {
                listener.awaitLoss(losses);

                Order order = add(store);

                assertThat(store.feed().after(0, 10))
                        .containsExactly(new OrderFeed.Change(1, order));
                listener.awaitLoss(losses + 1);
                assertThat(store.feed().last()).isEqualTo(1);
                assertThat(listener.hints()).isZero();
            }
        }
    }

    private PostgresConfig ofUserFew() {
        return new PostgresConfig(
                new PostgresAddress(
                        "few",
                        address.hosts(),
                        address.database(),
                        "few",
                        address.tls(),
                        address.rootCertificate()),
                StorePassword.NONE,
                Duration.ofSeconds(10),
                100,
                1);
    }

    private Order add(PostgresStore store) {
        Order order = sample.intent();
        store.repository().add(order, EVIDENCE);
        return order;
    }

    private void awaitListening(int connections) {
        HintListener.awaitListening(server, address.database(), connections);
    }

    /** Listens without showing it, as another program does. */
    private Connection listening(String schema) throws SQLException {
        Connection connection = server.connection(address.database());
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT 'lockstep_' || hashtextextended('" + schema + "', 0)")) {
            row.next();
            String channel = row.getString(1);
            statement.execute("LISTEN \"" + channel + "\"");
        }
        return connection;
    }

    /** Returns the number of notifications of committed writes; the query fetches all of them. */
    private static int notifications(Connection witness) throws SQLException {
        try (Statement statement = witness.createStatement()) {
            statement.execute("SELECT 1");
        }
        return witness.unwrap(PGConnection.class).getNotifications().length;
    }
}

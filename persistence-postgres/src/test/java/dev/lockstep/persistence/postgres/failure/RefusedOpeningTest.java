package dev.lockstep.persistence.postgres.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.postgres.PostgresStores;
import dev.lockstep.persistence.postgres.StorePassword;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Servers, databases, schemas and users with which a store cannot be opened. */
class RefusedOpeningTest {
    private static final String DATABASE = "postgres";
    private static final int CONNECTIONS = 8;
    private static final String PASSWORD = "correct-horse";
    private static final String WRONG_PASSWORD = "battery-staple";

    private static PostgresServer server;

    @BeforeAll
    static void start() throws IOException {
        server =
                PostgresServers.started(
                        List.of(
                                "fsync=off",
                                "max_connections=" + CONNECTIONS,
                                "max_wal_senders=0",
                                "superuser_reserved_connections=0"));
        server.requirePassword("guarded", PASSWORD);
        server.execute(DATABASE, "CREATE USER stranger");
    }

    @AfterAll
    static void end() throws IOException {
        server.close();
    }

    @Test
    void a_schema_of_a_newer_release_is_refused() {
        PostgresAddress address = opened();
        server.execute(
                DATABASE,
                "INSERT INTO "
                        + address.schema()
                        + ".schema_history (installed_rank, version, description, type, script,"
                        + " installed_by, execution_time, success)"
                        + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 'x', 1, true)");

        assertThat(refused(Reason.INCOMPATIBLE, PostgresConfig.at(address)))
                .containsPattern(
                        "its version is 99, this release supports \\d+: use the newer release");
    }

    @Test
    void a_schema_of_another_program_is_refused_and_stays_as_it_is() throws SQLException {
        PostgresAddress address = server.newSchema();
        server.execute(DATABASE, "CREATE SCHEMA " + address.schema());
        server.execute(DATABASE, "CREATE TABLE " + address.schema() + ".theirs (id int)");

        assertThat(refused(Reason.INCOMPATIBLE, PostgresConfig.at(address)))
                .contains("it is another program's")
                .contains("name another one (?schema=NAME)");

        try (Connection connection = server.connection(DATABASE)) {
            assertThat(connection.getMetaData().getTables(null, address.schema(), null, null))
                    .satisfies(tables -> {
                        assertThat(tables.next()).isTrue();
                        assertThat(tables.getString("TABLE_NAME")).isEqualTo("theirs");
                        assertThat(tables.next()).isFalse();
                    });
        }
    }

    @Test
    void a_user_who_may_not_create_the_schema_is_refused() {
        assertThat(refused(Reason.INCOMPATIBLE, as("stranger", server.newSchema().schema())))
                .contains("the user may not change it")
                .contains("grant the rights");
    }

    @Test
    void a_user_without_rights_on_the_tables_is_refused() {
        PostgresAddress address = opened();
        server.execute(DATABASE, "GRANT USAGE ON SCHEMA " + address.schema() + " TO stranger");

        assertThat(refused(Reason.INCOMPATIBLE, as("stranger", address.schema())))
                .contains("the user lacks a right: grant it, or use the owner of the schema");
    }

    @Test
    void a_wrong_password_is_refused_and_is_in_no_message() {
        PostgresConfig config = as("guarded", "guarded").with(new StorePassword(WRONG_PASSWORD));

        assertThat(refused(Reason.IO_ERROR, config))
                .contains("the server refused the user or the password: check both")
                .doesNotContain(WRONG_PASSWORD);
        assertThat(config.toString()).doesNotContain(WRONG_PASSWORD);
    }

    @Test
    void a_missing_password_is_refused() {
        assertThat(refused(Reason.IO_ERROR, as("guarded", "guarded")))
                .contains("the server cannot be reached or does not answer")
                .contains("password");
    }

    @Test
    void the_password_is_accepted() {
        server.execute(DATABASE, "CREATE SCHEMA guarded AUTHORIZATION guarded");

        try (PostgresStore store =
                PostgresStores.open(as("guarded", "guarded").with(new StorePassword(PASSWORD)))) {
            assertThat(store.inspection().inspect().toString()).doesNotContain(PASSWORD);
        }
    }

    @Test
    void a_database_that_does_not_exist_is_refused() {
        assertThat(refused(Reason.INCOMPATIBLE, PostgresConfig.at(server.address("nowhere"))))
                .contains("the database does not exist: create it, or correct its name");
    }

    @Test
    void a_server_without_a_free_connection_is_named_and_used_once_it_has_one() throws Exception {
        SampleOrders sample = new SampleOrders();
        try (PostgresStore store =
                PostgresStores.open(
                        PostgresConfig.at(server.newSchema())
                                .withLockDeadline(Duration.ofSeconds(2)))) {
            store.repository().add(sample.intent(), Attempts.EVIDENCE);
            List<Connection> taken = takenAll();

            assertThat(refused(Reason.IO_ERROR, PostgresConfig.at(server.newSchema())))
                    .contains("all connections of the server are taken")
                    .contains("raise max_connections");
            assertThat(
                            Attempts.refused(
                                    Reason.IO_ERROR,
                                    () -> store.repository().find(sample.intent().id())))
                    .contains("all connections of the server are taken");
            Attempts.refused(
                    Reason.HALTED,
                    () -> store.repository().add(sample.intent(), Attempts.EVIDENCE));

            for (Connection each : taken) {
                each.close();
            }
            Attempts.awaitSound(store);
            store.repository().add(sample.intent(), Attempts.EVIDENCE);
            assertThat(store.repository().find(sample.intent().id())).isEmpty();
        }
    }

    private static List<Connection> takenAll() {
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < CONNECTIONS) {
                taken.add(server.connection(DATABASE));
            }
        } catch (SQLException _) {
            // None is left.
        }
        return taken;
    }

    /** Returns the address of a schema that has our tables. */
    private static PostgresAddress opened() {
        PostgresAddress address = server.newSchema();
        PostgresStores.open(PostgresConfig.at(address)).close();
        return address;
    }

    private static PostgresConfig as(String user, String schema) {
        return PostgresConfig.at(
                PostgresAddress.parsed(
                        "postgresql://"
                                + user
                                + "@127.0.0.1:"
                                + server.port()
                                + "/"
                                + DATABASE
                                + "?schema="
                                + schema));
    }

    private static String refused(Reason reason, PostgresConfig config) {
        return Attempts.refused(reason, () -> PostgresStores.open(config).close());
    }
}

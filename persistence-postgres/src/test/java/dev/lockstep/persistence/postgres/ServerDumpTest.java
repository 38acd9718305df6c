package dev.lockstep.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.postgres.backup.DumpSettings;
import dev.lockstep.persistence.postgres.backup.PostgresBackup;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups by {@code pg_dump}, restored by {@code pg_restore} into another database. */
@Tag("slow")
class ServerDumpTest {
    private static final Evidence EVIDENCE = Evidence.local("test");
    private static final String PASSWORD = "hush-hush";

    @TempDir private Path folder;

    private final PostgresServer server = PostgresServers.shared();
    private final SampleOrders sample = new SampleOrders();
    private final PostgresAddress original = server.newDatabase();
    private final PostgresConfig config =
            PostgresConfig.at(original).with(new StorePassword(PASSWORD));
    private PostgresStore store = PostgresStores.open(config);

    @BeforeEach
    void trade() {
        store.repository()
                .addAll(IntStream.range(0, 40).mapToObj(_ -> sample.intent()).toList(), EVIDENCE);
        store.fills().addAll(List.of(SampleFills.fill("e-1", new BrokerOrderId("b"), "1", "1")));
        store.incidents().open(IncidentKind.FILL_MISMATCH, "AAPL", "test", SampleOrders.START);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_restored_dump_has_all_rows_and_verifies() throws Exception {
        requirePrograms();
        Path file = folder.resolve("trading.dump");

        StoreBackup.Copy copy = dumps().backUp(file);
        store.repository().add(sample.intent(), EVIDENCE);

        assertThat(copy.orders()).isEqualTo(40);
        assertThat(copy.bytes()).isEqualTo(Files.size(file));
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        dumps().replace(file);
        PostgresAddress other = server.newDatabase();
        restore(file, other);
        assertThat(rows(other)).isEqualTo(rows(original)).hasSizeGreaterThan(20);
        try (PostgresStore restored = PostgresStores.open(PostgresConfig.at(other))) {
            assertThat(restored.auditTrail().verify((_, _) -> {}))
                    .isEqualTo(store.auditTrail().verify((_, _) -> {}));
            restored.repository().add(sample.intent(), EVIDENCE);
        }
    }

    @Test
    void the_password_is_in_the_environment_of_the_program_and_not_in_its_arguments()
            throws Exception {
        Path arguments = folder.resolve("arguments");
        Path password = folder.resolve("password");
        String program =
                program(
                        "printf '%s\\n' \"$@\" >" + arguments,
                        "printf %s \"$PGPASSWORD\" >" + password,
                        "exit 3");

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> dumps(program).backUp(folder.resolve("trading.dump")))
                .withMessageContaining("ended with exit code 3")
                .withMessageNotContaining(PASSWORD);

        assertThat(password).hasContent(PASSWORD);
        assertThat(Files.readString(arguments)).contains("--schema=").doesNotContain(PASSWORD);
        assertThat(folder.resolve("trading.dump")).doesNotExist();
    }

    @Test
    void an_absent_program_is_named_with_what_to_install() {
        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> dumps("/absent/pg_dump").backUp(folder.resolve("trading.dump")))
                .withMessageContaining("/absent/pg_dump cannot be started: install PostgreSQL's")
                .extracting(RepositoryException::reason)
                .isEqualTo(Reason.MISUSE);
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void a_program_that_is_older_than_the_server_is_named() throws IOException {
        String program =
                program(
                        "echo 'pg_dump: error: aborting because of server version mismatch' >&2",
                        "echo 'pg_dump: detail: server version: 17.0; pg_dump version: 15.1' >&2",
                        "exit 1");

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> dumps(program).backUp(folder.resolve("trading.dump")))
                .withMessageContaining("is older than the server")
                .withMessageContaining("server version: 17.0; pg_dump version: 15.1")
                .extracting(RepositoryException::reason)
                .isEqualTo(Reason.MISUSE);
    }

    @Test
    void a_dump_that_cannot_be_read_gets_no_name() throws IOException {
        requirePrograms();
        String program =
                program(
                        "for argument in \"$@\"; do case $argument in"
                                + " --file=*) echo cut >\"${argument#--file=}\";; esac; done");

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> dumps(program).backUp(folder.resolve("trading.dump")))
                .withMessageContaining("pg_restore ended with exit code 1");
        assertThat(folder.resolve("trading.dump")).doesNotExist();
    }

    private StoreBackup dumps() {
        return store.backup().byServerProgram().orElseThrow();
    }

    private StoreBackup dumps(String program) {
        DumpSettings found = DumpEnvironment.of(config);
        DumpSettings other =
                new DumpSettings(
                        found.environment(),
                        found.schema(),
                        found.lockWait(),
                        program,
                        found.restore());
        return new PostgresBackup(
                        store.connections(), file -> SqliteStore.open(SqliteConfig.at(file)), other)
                .byServerProgram()
                .orElseThrow();
    }

    private String program(String... lines) throws IOException {
        Path script = Files.createTempFile(Files.createDirectory(folder.resolve("bin")), "", "");
        Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private static void requirePrograms() {
        for (String program : List.of("pg_dump", "pg_restore")) {
            try {
                Assumptions.assumeTrue(
                        new ProcessBuilder(program, "--version").start().waitFor() == 0,
                        program + " does not run");
            } catch (IOException absent) {
                Assumptions.abort(program + " is not on the search path");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private void restore(Path file, PostgresAddress target) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "pg_restore",
                        "--exit-on-error",
                        "--dbname=" + target.database(),
                        file.toString());
        Map<String, String> variables = new HashMap<>(DumpEnvironment.of(config).environment());
        variables.remove("PGDATABASE");
        builder.environment().putAll(variables);
        Process process = builder.inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }

    private SortedMap<String, List<String>> rows(PostgresAddress address) throws SQLException {
        SortedMap<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = server.connection(address.database());
                Statement statement = connection.createStatement()) {
            List<String> tables =
                    texts(
                            statement,
                            "SELECT tablename FROM pg_tables WHERE schemaname = '"
                                    + address.schema()
                                    + "'");
            for (String table : tables) {
                String name = address.schema() + "." + table;
                if (!table.equals("write_lock")) {
                    rows.put(
                            table,
                            texts(statement, "SELECT t::text FROM " + name + " t ORDER BY 1"));
                }
            }
        }
        return rows;
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}

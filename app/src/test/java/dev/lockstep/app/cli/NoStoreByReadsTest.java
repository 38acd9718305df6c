package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** A command that only reads, or changes only what exists, creates no database and no schema. */
@Tag("slow")
class NoStoreByReadsTest {
    /** They store something that may be the first: all others, and their dry runs, are tried. */
    private static final Set<String> CREATING =
            Set.of(
                    "demo",
                    "setup",
                    "run",
                    "order submit",
                    "order adopt",
                    "close",
                    "reverse",
                    "sync",
                    "halt",
                    "reduce",
                    "risk set",
                    "keys add",
                    "hooks add",
                    "store copy",
                    "import",
                    "stress");

    /** They use no store of their data folder: other folders, other programs, the terminal. */
    private static final Set<String> WITHOUT_STORE =
            Set.of(
                    "shell",
                    "completion",
                    "simulator",
                    "simulator faults",
                    "backtest",
                    "notify test",
                    "prove",
                    "prove bugs",
                    "prove mutation",
                    "prove history",
                    "prove network",
                    "prove soak",
                    "prove fuzz",
                    "prove disk",
                    "prove kill");

    /** They answer without a store, or without an absent one. */
    private static final String[] ANSWERING = {
        "account",
        "quote AAPL",
        "bars AAPL",
        "clock",
        "assets AAPL",
        "config show",
        "config check",
        "status",
        "doctor",
        "notify list",
        "halt --dry-run",
        "order submit --symbol AAPL --side buy --qty 1 --dry-run"
    };

    private static final String[] REFUSED = {
        "order list",
        "order list --external",
        "order show 01a2b3c4",
        "order replace 01a2b3c4 --qty 3",
        "order replace 01a2b3c4 --qty 3 --dry-run",
        "order cancel 01a2b3c4",
        "order cancel 01a2b3c4 --dry-run",
        "order adopt 6fb0e6a4-0000-4000-8000-000000000000 --dry-run",
        "cancel-all",
        "cancel-all --dry-run",
        "close AAPL --dry-run",
        "close --all --dry-run",
        "reverse AAPL --dry-run",
        "positions",
        "positions --by-strategy",
        "adjustments list",
        "statement",
        "verify",
        "replay --all",
        "health",
        "incidents",
        "incidents acknowledge 1 --reason x",
        "incidents close 1 --reason x",
        "risk show",
        "risk clear max-open-orders",
        "halt --cancel --dry-run",
        "halt --flatten --dry-run",
        "resume",
        "keys list",
        "keys rotate trend",
        "keys revoke trend",
        "hooks list",
        "hooks rotate trend",
        "hooks revoke trend",
        "strategy list",
        "strategy pause trend",
        "strategy resume trend",
        "audit list",
        "audit verify",
        "backup copy.db",
        "export orders"
    };

    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    static Stream<String> answering() {
        return Arrays.stream(ANSWERING);
    }

    static Stream<String> refused() {
        return Arrays.stream(REFUSED);
    }

    /** The folder is bound to its simulator, as after a kill before the database was made. */
    @BeforeEach
    void bound() throws IOException {
        assertThat(exchange.run("sync").code()).isZero();
        try (Stream<Path> files = Files.list(exchange.cli().data())) {
            for (Path file : files.filter(NoStoreByReadsTest::isOfDatabase).toList()) {
                Files.delete(file);
            }
        }
        assertThat(exchange.cli().data().resolve("lockstep.properties")).exists();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void it_names_the_missing_file_and_what_creates_it(String command) {
        CliFixture.Ran ran = exchange.run(command);

        assertThat(ran.err())
                .contains("no database in " + exchange.cli().data(), "'run'", "'order submit'");
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
        assertNoDatabase();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void it_names_the_missing_schema_and_what_creates_it(String command) {
        String mistyped = PostgresServers.shared().newSchema() + "x";

        CliFixture.Ran ran = exchange.run(command + " --store " + mistyped);

        assertThat(ran.err()).contains("no orders in " + mistyped, "'run'", "'order submit'");
        assertThat(ran.code()).isEqualTo(ExitCode.STORE.number());
        assertNoSchema(mistyped);
        assertNoDatabase();
    }

    @ParameterizedTest
    @MethodSource("answering")
    void it_answers_without_a_database_and_creates_none(String command) {
        CliFixture.Ran ran = exchange.run(command);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertNoDatabase();
    }

    @ParameterizedTest
    @MethodSource("answering")
    void it_creates_no_schema_if_it_could_do_without_a_database(String command) {
        String mistyped = PostgresServers.shared().newSchema() + "x";

        exchange.run(command + " --store " + mistyped);

        assertNoSchema(mistyped);
        assertNoDatabase();
    }

    @Test
    void every_command_is_tried_or_may_create_a_store() {
        assertThat(CommandTreeTest.commands().map(pair -> name((CommandLine) pair[1])))
                .allSatisfy(name ->
                        assertThat(
                                        CREATING.contains(name)
                                                || WITHOUT_STORE.contains(name)
                                                || isTried(name, ""))
                                .as("'%s' is tried here, or may create a store", name)
                                .isTrue());
    }

    @Test
    void every_dry_run_is_tried() {
        List<String> dry =
                CommandTreeTest.commands()
                        .map(pair -> (CommandLine) pair[1])
                        .filter(line -> line.getCommandSpec().optionsMap().containsKey("--dry-run"))
                        .map(NoStoreByReadsTest::name)
                        .filter(name -> !name.equals("import"))
                        .toList();

        assertThat(dry)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(isTried(name, "--dry-run")).as(name).isTrue());
    }

    private static boolean isTried(String name, String option) {
        return Stream.concat(answering(), refused())
                .filter(call -> (call + " ").startsWith(name + " "))
                .anyMatch(call -> call.endsWith(option));
    }

    private static String name(CommandLine line) {
        return line.getCommandSpec().qualifiedName().replaceFirst("^lockstep ", "");
    }

    private void assertNoDatabase() {
        assertThat(exchange.cli().data().resolve("lockstep.db")).doesNotExist();
    }

    private void assertNoSchema(String store) {
        assertThat(
                        exchange.cli()
                                .runAsIs(
                                        "order",
                                        "list",
                                        "--data",
                                        home.resolve("other").toString(),
                                        "--store",
                                        store)
                                .err())
                .contains("there is no schema");
    }

    private static boolean isOfDatabase(Path file) {
        return file.getFileName().toString().startsWith("lockstep.db");
    }
}

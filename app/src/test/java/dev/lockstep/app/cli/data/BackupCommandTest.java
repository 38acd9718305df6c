package dev.lockstep.app.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.Main;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.contracts.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Backups of a database that other processes write to. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("slow")
class BackupCommandTest {
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final JvmProgram PROGRAM =
            JvmProgram.running(System.getProperties(), Main.class.getName());

    @TempDir private Path home;
    private CliFixture cli = new CliFixture(Path.of("."));

    @BeforeEach
    void fixture() {
        cli = new CliFixture(home);
    }

    @Test
    void a_backup_made_while_others_write_has_all_that_was_acknowledged_before()
            throws IOException, InterruptedException {
        Process stress = stress("600");
        Path receipts = cli.data().resolve("receipts-1");
        Eventually.within(BOUND, "writes", () -> receipts.toFile().length() > 10_000);
        List<String> reported = Files.readAllLines(receipts);
        Path copies = Files.createDirectory(home.resolve("copies"));
        Path copy = copies.resolve("lockstep.db");

        CliFixture.Ran ran = cli.run("backup", copy.toString(), "--json");
        CliFixture.Ran again = cli.run("backup", copy.toString(), "--overwrite");
        CliFixture.Ran refused = cli.run("backup", copy.toString());
        stress.destroy();
        assertThat(stress.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.json().path("orders").asLong()).isPositive();
        assertThat(ran.json().path("bytes").asLong()).isPositive();
        assertThat(again.out()).contains("integrity check");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("already exists");
        try (Stream<Path> left = Files.list(copies)) {
            assertThat(left).containsExactly(copy);
        }
        for (String receipt : List.of(reported.getFirst(), reported.get(reported.size() / 2))) {
            String id = receipt.substring(0, receipt.indexOf(' '));
            CliFixture.Ran shown =
                    cli.runAsIs("order", "show", id, "--json", "--data", copies.toString());
            assertThat(shown.code()).as(shown.err()).isZero();
        }
    }

    @Test
    void a_kill_in_the_middle_leaves_no_file_under_the_name()
            throws IOException, InterruptedException {
        Process stress = stress("2");
        assertThat(stress.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Path copies = Files.createDirectory(home.resolve("copies"));
        Path copy = copies.resolve("copy.db");
        Process backup = start("backup", copy.toString());
        Eventually.within(BOUND, "the backup's draft", () -> !names(copies).isEmpty());
        backup.destroyForcibly();
        assertThat(backup.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        // It was killed, or was done before that; a half file under the name is neither.
        if (backup.exitValue() != 0) {
            assertThat(names(copies)).doesNotContain("copy.db");
        }
        CliFixture.Ran ran = cli.run("backup", copies.resolve("next.db").toString());
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    @Test
    void a_wrong_file_is_named_with_what_to_do() {
        assertThat(cli.run("backup", "x.db").err()).contains("no database in");
        assertThat(cli.run("halt", "--reason", "makes a database").code()).isZero();
        refused(cli.data().resolve("lockstep.db"), "belongs to the live database");
        refused(cli.data().resolve("lockstep.db-wal"), "belongs to the live database");
        refused(home, "is a folder");
        refused(home.resolve("nowhere").resolve("x.db"), "its folder does not exist");
        assertThat(cli.run("backup").err()).contains("FILE");
    }

    private void refused(Path file, String text) {
        CliFixture.Ran ran = cli.run("backup", file.toString(), "--overwrite");
        assertThat(ran.err()).contains(text).doesNotContain("\tat ");
        assertThat(ran.code()).isEqualTo(2);
    }

    private static List<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    private Process stress(String seconds) throws IOException {
        return start("stress", "--processes", "1", "--threads", "4", "--for", seconds + "s");
    }

    private Process start(String... arguments) throws IOException {
        List<String> all =
                Stream.concat(Stream.of(arguments), Stream.of("--data", cli.data().toString()))
                        .toList();
        return PROGRAM.process(all)
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile())
                .start();
    }
}

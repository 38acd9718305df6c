package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opening a database without permission, without disk space, or simultaneously, each in a separate
 * process.
 */
@Tag("slow")
class OpeningByProcessesTest {
    private static final int RACERS = 3;
    private static final int ROUNDS = 12;

    private @TempDir Path folder;
    private @TempDir Path logs;

    @Test
    void several_processes_create_and_migrate_a_database_simultaneously() throws Exception {
        List<ChildJvm> racers = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        try {
            for (int racer = 0; racer < RACERS; racer++) {
                racers.add(
                        ChildJvm.start(
                                List.of(),
                                MigrationRace.class,
                                logs,
                                folder.toString(),
                                Integer.toString(racer),
                                Integer.toString(RACERS),
                                Integer.toString(ROUNDS)));
            }
            for (ChildJvm racer : racers) {
                printed.add(outcome(racer));
            }
        } finally {
            racers.forEach(ChildJvm::close);
        }

        assertThat(printed).allSatisfy(lines -> assertThat(lines.lines()).hasSize(ROUNDS));
        assertThat(printed).containsOnly(printed.getFirst());
    }

    /** Returns a racer's output, or its failure, so that all racers can be compared. */
    private static String outcome(ChildJvm racer) throws IOException, InterruptedException {
        try {
            return racer.output()
                    .lines()
                    .filter(line -> line.startsWith("round "))
                    .collect(Collectors.joining("\n"));
        } catch (AssertionError failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    @Test
    void an_unreadable_file_is_named() throws Exception {
        made();
        permit("---------");

        assertThat(probeWithoutRights())
                .startsWith("REFUSED IO_ERROR " + file())
                .contains("is not readable");
    }

    @Test
    void a_read_only_file_is_named_and_left_unchanged() throws Exception {
        made();
        byte[] before = Files.readAllBytes(file());
        permit("r--r--r--");

        assertThat(probeWithoutRights())
                .startsWith("REFUSED READ_ONLY " + file())
                .contains("is not writable");
        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void a_read_only_folder_is_named() throws Exception {
        made();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThat(probeWithoutRights())
                    .startsWith("REFUSED READ_ONLY " + file())
                    .contains("folder is not writable");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void a_file_on_a_read_only_disk_is_named_and_left_unchanged() throws Exception {
        made();
        byte[] before = Files.readAllBytes(file());

        String printed =
                inOwnMounts(
                        "mount --bind '%1$s' '%1$s' && mount -o remount,bind,ro '%1$s' && %2$s %3$s"
                                .formatted(folder, jvm(), file()));

        assertThat(printed).contains("REFUSED READ_ONLY " + file());
        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void a_full_disk_is_named_and_the_database_is_created_once_there_is_space() throws Exception {
        String printed =
                inOwnMounts(
                        """
                        mount -t tmpfs -o size=512k none '%1$s' &&
                        head -c 520192 /dev/zero > '%1$s/filler' &&
                        %2$s %3$s &&
                        rm '%1$s/filler' &&
                        %2$s %3$s\
                        """
                                .formatted(folder, jvm(), file()));

        assertThat(printed.lines().filter(line -> line.matches("(REFUSED|OPENED) .*")))
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .startsWith("REFUSED DISK_FULL opening " + file())
                                        .contains("free some space"),
                        line -> assertThat(line).startsWith("OPENED"));
    }

    private void made() {
        try (SqliteStore store = Stores.open(file())) {
            store.repository().add(new SampleOrders().intent(), Evidence.local("test"));
        }
    }

    private Path file() {
        return folder.resolve("orders.db");
    }

    private void permit(String permissions) throws IOException {
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));
    }

    /** Runs the probe without the superuser's permission to access every file. */
    private String probeWithoutRights() throws Exception {
        boolean superuser = Files.isWritable(Path.of("/"));
        List<String> before = superuser ? List.of("setpriv", "--bounding-set", "-all") : List.of();
        assumeTrue(
                !superuser || ChildJvm.works("setpriv", "--bounding-set", "-all", "true"),
                "the superuser's permissions cannot be dropped here");
        try (ChildJvm probe = ChildJvm.start(before, OpeningProbe.class, logs, file().toString())) {
            return probe.output();
        }
    }

    private static String inOwnMounts(String script) throws Exception {
        assumeTrue(
                ChildJvm.works("unshare", "-Urm", "sh", "-c", "mount -t tmpfs none /mnt"),
                "no disk can be mounted here");
        Process process =
                new ProcessBuilder("unshare", "-Urm", "sh", "-c", script)
                        .redirectErrorStream(true)
                        .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String jvm() {
        return ChildJvm.jvm(OpeningProbe.class).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
    }
}

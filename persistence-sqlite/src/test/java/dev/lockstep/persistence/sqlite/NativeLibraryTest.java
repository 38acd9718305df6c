package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacking of SQLite's native library, each in a process that halts as if killed. */
@Tag("slow")
class NativeLibraryTest {
    private @TempDir Path folder;
    private @TempDir Path logs;
    private @TempDir Path temporary;

    @Test
    void killed_processes_leave_one_copy_in_the_given_folder_and_none_in_the_temporary_one()
            throws Exception {
        for (int process = 0; process < 2; process++) {
            assertThat(probed(folder.resolve("native"))).containsPattern("(?m)^OPENED");
        }

        assertThat(files(folder.resolve("native"))).hasSize(1);
        assertThat(files(temporary)).isEmpty();
        assertThat(Files.getPosixFilePermissions(folder.resolve("native")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void a_copy_that_differs_from_the_drivers_is_replaced() throws Exception {
        probed(folder.resolve("native"));
        Path copy = files(folder.resolve("native")).getFirst();
        long size = Files.size(copy);
        Files.writeString(copy, "cut off");

        assertThat(probed(folder.resolve("native"))).containsPattern("(?m)^OPENED");

        assertThat(copy).hasSize(size);
    }

    @Test
    void an_unusable_folder_is_skipped() throws Exception {
        Path file = Files.createFile(folder.resolve("no-folder"));

        assertThat(probed(file, folder.resolve("native"))).containsPattern("(?m)^OPENED");
    }

    @Test
    void if_no_folder_is_usable_the_error_names_all() throws Exception {
        Path file = Files.createFile(folder.resolve("no-folder"));

        assertThat(probed(file))
                .containsPattern("(?m)^REFUSED IO_ERROR SQLite's native library.*" + file)
                .doesNotContain("\tat ");
    }

    @Test
    void a_folder_mounted_noexec_is_refused() throws Exception {
        assumeTrue(
                ChildJvm.works("unshare", "-Urm", "sh", "-c", "mount -t tmpfs none /mnt"),
                "no disk can be mounted here");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        String probe =
                Stream.concat(
                                ChildJvm.jvm(NativeLibraryProbe.class).stream(),
                                Stream.of(temporary, database(), closed).map(Path::toString))
                        .map(word -> "'" + word + "'")
                        .collect(Collectors.joining(" "));
        Process process =
                new ProcessBuilder(
                                "unshare",
                                "-Urm",
                                "sh",
                                "-c",
                                "mount -t tmpfs -o noexec none '" + closed + "' && " + probe)
                        .redirectErrorStream(true)
                        .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("REFUSED IO_ERROR SQLite's native library")
                .contains("without noexec");
    }

    private String probed(Path... folders) throws IOException, InterruptedException {
        String[] arguments =
                Stream.concat(Stream.of(temporary, database()), Stream.of(folders))
                        .map(Path::toString)
                        .toArray(String[]::new);
        try (ChildJvm probe =
                ChildJvm.start(List.of(), NativeLibraryProbe.class, logs, arguments)) {
            return probe.output();
        }
    }

    private Path database() {
        return folder.resolve("orders.db");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}

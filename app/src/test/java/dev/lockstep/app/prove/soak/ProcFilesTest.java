package dev.lockstep.app.prove.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcFilesTest {
    @TempDir private Path temp;

    @Test
    void it_reads_memory_threads_and_open_files_of_a_process() throws IOException {
        Path process = temp.resolve("17");
        Files.createDirectories(process.resolve("fd"));
        Files.writeString(
                process.resolve("status"), "Name:\tjava\nVmRSS:\t    2048 kB\nThreads:\t33\n");
        Files.createFile(process.resolve("fd").resolve("0"));
        Files.createFile(process.resolve("fd").resolve("1"));

        assertThat(new ProcFiles(temp).sample(2, 17))
                .contains(new ProcessSample(2, 2_048 * 1_024, 33, 2));
    }

    @Test
    void a_process_that_has_ended_has_no_sample() {
        assertThat(new ProcFiles(temp).sample(1, 17)).isEmpty();
    }

    @Test
    void a_system_without_them_is_recognized() {
        assertThat(new ProcFiles(temp).available()).isFalse();
    }
}

package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EndpointFileTest {
    private static final URI OURS = URI.create("http://127.0.0.1:40123");
    private static final URI OTHERS = URI.create("http://127.0.0.1:40124");

    @TempDir private Path folder;

    @Test
    void a_simulator_removes_its_own_endpoint_file() throws IOException {
        EndpointFile file = new EndpointFile(folder);
        file.write(OURS);

        file.delete(OURS);

        assertThat(folder.resolve("endpoint.json")).doesNotExist();
    }

    @Test
    void a_simulator_leaves_the_endpoint_file_of_the_one_that_took_its_folder_over()
            throws IOException {
        EndpointFile file = new EndpointFile(folder);
        file.write(OURS);
        Files.delete(folder.resolve("endpoint.json"));
        file.write(OTHERS);

        file.delete(OURS);

        assertThat(folder.resolve("endpoint.json")).exists();
    }

    @Test
    void a_folder_that_is_gone_needs_no_removal() throws IOException {
        new EndpointFile(folder.resolve("gone")).delete(OURS);

        assertThat(folder.resolve("gone")).doesNotExist();
    }
}

package dev.lockstep.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** File in the state directory that publishes the simulator's URI. */
final class EndpointFile {
    private static final String FILE_NAME = "endpoint.json";

    private final Path file;

    EndpointFile(Path stateDir) {
        this.file = stateDir.resolve(FILE_NAME);
    }

    /** Writes the file atomically: a reader sees the old content, the new content, or no file. */
    void write(URI uri) throws IOException {
        ObjectNode endpoint =
                Json.object().put("url", uri.toString()).put("pid", ProcessHandle.current().pid());
        Path fresh = file.resolveSibling(FILE_NAME + ".new");
        Files.write(fresh, new Json().bytes(endpoint));
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}

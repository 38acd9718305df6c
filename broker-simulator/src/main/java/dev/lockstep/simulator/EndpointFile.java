package dev.lockstep.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Tells whoever knows the state directory where the simulator listens. */
final class EndpointFile {
    private static final String FILE_NAME = "endpoint.json";

    private final Path file;

    EndpointFile(Path stateDir) {
        this.file = stateDir.resolve(FILE_NAME);
    }

    /** Writes it at one stroke: a reader sees the old file, or the new one, or none. */
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

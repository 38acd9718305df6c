package dev.lockstep.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** File in the state directory that publishes the simulator's URI. */
final class EndpointFile {
    private static final String FILE_NAME = "endpoint.json";

    private final Path file;

    EndpointFile(Path stateDir) {
        this.file = stateDir.resolve(FILE_NAME);
    }

    /** Writes the file atomically: a reader sees the old content, the new content, or no file. */
    void write(URI uri) throws IOException {
        Path fresh = file.resolveSibling(FILE_NAME + ".new");
        Files.write(fresh, text(uri));
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes it, unless another simulator has put its own in its place. */
    void delete(URI uri) throws IOException {
        try {
            if (Arrays.equals(text(uri), Files.readAllBytes(file))) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            // The folder was deleted, or the file never written.
        }
    }

    private static byte[] text(URI uri) {
        ObjectNode endpoint =
                Json.object().put("url", uri.toString()).put("pid", ProcessHandle.current().pid());
        return new Json().bytes(endpoint);
    }
}

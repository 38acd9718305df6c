package dev.lockstep.app.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The address of a running simulator.
 *
 * @param address its address
 * @param pid its process
 */
record SimulatorEndpoint(URI address, long pid) {
    private static final String FILE_NAME = "endpoint.json";
    private static final int MAX_FILE_BYTES = 4_096;

    /** Returns the address of the simulator of a folder, empty if absent or invalid. */
    static Optional<SimulatorEndpoint> read(Path stateDir) {
        Path file = stateDir.resolve(FILE_NAME);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_FILE_BYTES) {
                return Optional.empty();
            }
            JsonNode node = JsonMapper.builder().build().readTree(file.toFile());
            String url = node.path("url").asText("");
            return url.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new SimulatorEndpoint(URI.create(url), node.path("pid").asLong()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns its process, if that lives; the file may outlive it. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(SimulatorEndpoint::running);
    }

    /**
     * Returns whether a process runs; a killed process that is not reaped yet counts as alive, but
     * has no command.
     */
    private static boolean running(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}

package dev.lockstep.app.simulator;

import dev.lockstep.app.config.value.AtomicFile;
import dev.lockstep.app.exit.CommandEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port where the simulator of a folder listened last. */
final class LastPort {
    private static final Logger LOG = LoggerFactory.getLogger(LastPort.class);
    private static final int ANY = 0;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_FILE_BYTES = 16;

    private final Path file;

    LastPort(Path stateDir) {
        this.file = stateDir.resolve("port");
    }

    /** Returns the port; 0, for any, if none is known. */
    int read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_FILE_BYTES) {
                return ANY;
            }
            int port = Integer.parseInt(Files.readString(file).strip());
            return port > 0 && port <= MAX_PORT ? port : ANY;
        } catch (IOException | NumberFormatException unreadable) {
            return ANY;
        }
    }

    /** Stores the port. If that fails, the next simulator may listen at another one. */
    void remember(int port) {
        if (port == read()) {
            return;
        }
        try {
            AtomicFile.write(file, String.valueOf(port));
        } catch (CommandEnd failed) {
            LOG.warn("the simulator's port is not stored: {}", failed.getMessage());
        }
    }
}

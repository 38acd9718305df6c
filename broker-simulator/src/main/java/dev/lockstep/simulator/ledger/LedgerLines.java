package dev.lockstep.simulator.ledger;

import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads a ledger file line by line and finds the end of its last complete line. */
final class LedgerLines {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final LedgerJson json;

    LedgerLines(Path file, LedgerJson json) {
        this.file = file;
        this.json = json;
    }

    /**
     * Passes on the entries of every complete line and returns the length of those lines in bytes.
     * An incomplete line at the end belongs to a request that was never answered, because the
     * process ended while writing it.
     */
    long read(Consumer<LedgerEntry> entries) throws IOException {
        long sound = 0;
        ByteArrayOutputStream line = new ByteArrayOutputStream(BUFFER_BYTES);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                parse(line.toByteArray(), sound).forEach(entries);
                sound += line.size() + 1L;
                line.reset();
            }
        }
        return sound;
    }

    private List<LedgerEntry> parse(byte[] line, long offset) throws IOException {
        try {
            return json.read(line);
        } catch (IOException | IllegalArgumentException broken) {
            throw new BrokenLedgerException(file, offset, broken);
        }
    }
}

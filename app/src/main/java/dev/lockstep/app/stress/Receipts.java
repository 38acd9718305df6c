package dev.lockstep.app.stress;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.domain.order.Order;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Records each version that the database has acknowledged at once, so that a killed process leaves
 * its receipts behind. Thread-safe.
 */
final class Receipts implements AutoCloseable {
    /** A line without it was cut off by a kill. */
    static final String LINE_END = ".";

    private final OutputStream file;
    private final ReentrantLock lock = new ReentrantLock();

    Receipts(Path file) {
        try {
            this.file =
                    Files.newOutputStream(
                            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException refused) {
            throw refused(refused);
        }
    }

    void add(List<Order> stored) {
        StringBuilder lines = new StringBuilder();
        stored.forEach(order ->
                lines.append(order.id())
                        .append(' ')
                        .append(order.version())
                        .append(LINE_END)
                        .append('\n'));
        lock.lock();
        try {
            file.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException refused) {
            throw refused(refused);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException refused) {
            throw refused(refused);
        }
    }

    private static CommandEnd refused(IOException refused) {
        return new CommandEnd(ExitCode.NO, "cannot keep the receipts: " + refused, refused);
    }
}

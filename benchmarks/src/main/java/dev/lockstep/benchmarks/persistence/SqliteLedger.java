package dev.lockstep.benchmarks.persistence;

import dev.lockstep.domain.order.id.OrderId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The initial orders in a SQLite file. Lockstep's store creates it once, so that all contestants
 * work on the same tables and indexes.
 */
final class SqliteLedger implements Ledger {
    private static final String FILE = "ledger.db";
    private static final String COPY = "round.db";

    private final Path folder;
    private final Load load;
    private final List<OrderId> ids;

    private SqliteLedger(Path folder, Load load, List<OrderId> ids) {
        this.folder = folder;
        this.load = load;
        this.ids = ids;
    }

    /** Creates the database in an empty folder. */
    static SqliteLedger made(Path folder, Load load) {
        try (OpenStore store = OpenStore.at(folder.resolve(FILE))) {
            return new SqliteLedger(folder, load, InitialOrders.stored(store, load));
        }
    }

    @Override
    public Load load() {
        return load;
    }

    @Override
    public OrderId id(int order) {
        return ids.get(order);
    }

    @Override
    public OpenStore openCopy() throws IOException {
        return OpenStore.at(copy());
    }

    @Override
    public void checkCopy() throws SQLException {
        try (Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(COPY))) {
            LedgerCheck.of(connection, load);
        }
    }

    /**
     * Creates a copy and syncs it to disk, so that its pages are not written back during the
     * measurement.
     */
    Path copy() throws IOException {
        Path copy = folder.resolve(COPY);
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + end));
        }
        Files.copy(folder.resolve(FILE), copy, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return copy;
    }
}

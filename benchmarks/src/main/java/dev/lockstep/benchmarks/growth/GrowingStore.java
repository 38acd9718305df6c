package dev.lockstep.benchmarks.growth;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteConfig.Synchronous;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A database that grows by the store's own batches, and is copied at each of the requested sizes:
 * its hash chains are those of a database of the platform.
 */
final class GrowingStore {
    private static final int BATCH = OrderRepository.MAX_BATCH;
    private static final Evidence INTENT = Evidence.local("intent");

    private final Path folder;
    private final Path file;
    private final Consumer<String> progress;

    /**
     * Creates the database on its first use.
     *
     * @param folder an empty folder
     * @param progress receives a line for each copy
     */
    GrowingStore(Path folder, Consumer<String> progress) {
        this.folder = folder;
        this.file = folder.resolve("growing.db");
        this.progress = progress;
    }

    /** Returns databases of these sizes, smallest first. */
    List<GrownBook> grown(List<Integer> sizes) throws IOException, SQLException {
        List<GrownBook> books = new ArrayList<>();
        int stored = 0;
        for (int size : sizes) {
            grow(stored, size);
            stored = size;
            checkpoint();
            Path copy = Files.copy(file, folder.resolve(size + ".db"));
            books.add(GrownBook.of(copy, size));
            progress.accept("database of %,d orders: %,d bytes".formatted(size, Files.size(copy)));
        }
        Files.delete(file);
        return books;
    }

    private void grow(int from, int to) {
        SqliteConfig config = SqliteConfig.at(file).withSynchronous(Synchronous.NORMAL);
        try (SqliteStore store = SqliteStore.open(config)) {
            for (int next = from; next < to; next += BATCH) {
                store(store, GrownBook.orders(next, Math.min(to, next + BATCH)));
            }
        }
    }

    /** Empties the WAL, which stays if the last connection that was closed is read-only. */
    private void checkpoint() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static void store(SqliteStore store, List<GrownOrder> orders) {
        List<Order> intents = intents(store, orders);
        store.repository().addAll(intents, INTENT);
        List<OrderUpdate> answers = new ArrayList<>();
        List<OrderUpdate> fills = new ArrayList<>();
        for (int nth = 0; nth < orders.size(); nth++) {
            OrderId id = intents.get(nth).id();
            GrownOrder order = orders.get(nth);
            answers.add(
                    OrderUpdate.applying(
                            id, order.acknowledged(), order.time(), order.acknowledgement()));
            if (!order.open()) {
                fills.add(
                        OrderUpdate.applying(id, order.filled(), order.time(), order.fillEvent()));
            }
        }
        update(store, answers);
        store.fills()
                .addAll(
                        orders.stream()
                                .filter(order -> !order.open())
                                .map(GrownOrder::fill)
                                .toList());
        update(store, fills);
    }

    private static List<Order> intents(SqliteStore store, List<GrownOrder> orders) {
        OrderIds ids =
                new TimeOrderedIds(
                        store.tag(),
                        orders.getFirst()::time,
                        RandomGenerator.of("L64X128MixRandom"));
        List<Order> intents = new ArrayList<>();
        for (GrownOrder order : orders) {
            OrderId id = ids.nextOrderId();
            IdempotencyKey key = new IdempotencyKey("key-" + order.number());
            intents.add(Order.intent(id, ids.clientOrderId(id), key, order.terms(), order.time()));
        }
        return intents;
    }

    private static void update(SqliteStore store, List<OrderUpdate> updates) {
        for (UpdateOutcome outcome :
                store.repository().updateAll(updates, BatchMode.EACH_FOR_ITSELF)) {
            if (!(outcome instanceof UpdateOutcome.Updated)) {
                throw new IllegalStateException("update failed: " + outcome);
            }
        }
    }
}

package dev.lockstep.benchmarks.persistence;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The initial database of each round. Lockstep's store creates it once, so that all contestants
 * work on the same tables and indexes, and each contestant gets a copy.
 */
final class Ledger {
    private static final String FILE = "ledger.db";

    private final Path folder;
    private final Load load;
    private final List<OrderId> ids;

    private Ledger(Path folder, Load load, List<OrderId> ids) {
        this.folder = folder;
        this.load = load;
        this.ids = ids;
    }

    /**
     * Creates the database in an empty folder. Every order is acknowledged and open at the broker.
     */
    static Ledger made(Path folder, Load load) {
        try (OpenStore store = new OpenStore(folder.resolve(FILE))) {
            List<Order> orders = intents(store.ids(), load.orders());
            OrderRepository repository = store.repository();
            for (int from = 0; from < orders.size(); from += OrderRepository.MAX_BATCH) {
                int to = Math.min(orders.size(), from + OrderRepository.MAX_BATCH);
                repository.addAll(orders.subList(from, to), Evidence.local("intent"));
                List<OrderUpdate> answers = new ArrayList<>();
                for (int number = from; number < to; number++) {
                    answers.add(Load.acknowledged(orders.get(number), number));
                }
                repository
                        .updateAll(answers, BatchMode.EACH_FOR_ITSELF)
                        .forEach(Ledger::requireMade);
            }
            return new Ledger(folder, load, orders.stream().map(Order::id).toList());
        }
    }

    Load load() {
        return load;
    }

    OrderId id(int order) {
        return ids.get(order);
    }

    /**
     * Creates a copy and syncs it to disk, so that its pages are not written back during the
     * measurement.
     */
    Path copy() throws IOException {
        Path copy = folder.resolve("round.db");
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + end));
        }
        Files.copy(folder.resolve(FILE), copy, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return copy;
    }

    /**
     * Verifies that every fill was stored once with its event, and that no order skipped a version.
     */
    void check(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            long made = load.updates();
            require(connection, "SELECT sum(CAST(cum_qty AS INTEGER)) FROM orders", made);
            require(connection, "SELECT sum(version - 2) FROM orders", made);
            require(
                    connection,
                    "SELECT count(*) - 2 * " + load.orders() + " FROM order_events",
                    made);
            require(
                    connection,
                    "SELECT count(*) FROM orders o WHERE version <> (SELECT count(*) FROM"
                            + " order_events e WHERE e.order_id = o.order_id)",
                    0);
        }
    }

    static void requireMade(UpdateOutcome outcome) {
        if (!(outcome instanceof UpdateOutcome.Updated)) {
            throw new IllegalStateException("update failed: " + outcome);
        }
    }

    private static void require(Connection connection, String sql, long expected)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (row.getLong(1) != expected) {
                throw new IllegalStateException(
                        sql + ": " + row.getLong(1) + " (expected: " + expected + ")");
            }
        }
    }

    private static List<Order> intents(OrderIds ids, int count) {
        NewOrder terms =
                new NewOrder(
                        new Symbol("AAPL"),
                        Side.BUY,
                        Quantity.of("1000000"),
                        new OrderType.Limit(Price.of("190.5")),
                        TimeInForce.DAY);
        List<Order> orders = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            OrderId id = ids.nextOrderId();
            IdempotencyKey key = new IdempotencyKey("key-" + id);
            orders.add(Order.intent(id, ids.clientOrderId(id), key, terms, Load.BEGIN));
        }
        return orders;
    }
}

package dev.lockstep.benchmarks.persistence;

import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The initial orders in a database of a PostgreSQL server. Lockstep's store creates it once; a copy
 * is a database made from it as a template.
 */
public final class PostgresLedger implements Ledger {
    private static final String COPY = "round";
    private static final String SERVICE_DATABASE = "postgres";

    private final PostgresServer server;
    private final PostgresAddress original;
    private final Load load;
    private final List<OrderId> ids;

    private PostgresLedger(
            PostgresServer server, PostgresAddress original, Load load, List<OrderId> ids) {
        this.server = server;
        this.original = original;
        this.load = load;
        this.ids = ids;
    }

    /** Creates the database. */
    public static PostgresLedger made(PostgresServer server, Load load) {
        PostgresAddress original = server.newDatabase();
        List<OrderId> ids;
        try (OpenStore store = OpenStore.at(original)) {
            ids = InitialOrders.stored(store, load);
        }
        server.execute(original.database(), "VACUUM ANALYZE");
        return new PostgresLedger(server, original, load, ids);
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
    public OpenStore openCopy() {
        copy();
        return OpenStore.at(server.address(COPY));
    }

    @Override
    public void checkCopy() throws SQLException {
        try (Connection connection = connection()) {
            LedgerCheck.of(connection, load);
        }
    }

    /**
     * Creates a copy and writes it to disk, so that its pages are not written back during the
     * measurement.
     */
    public void copy() {
        server.execute(SERVICE_DATABASE, "DROP DATABASE IF EXISTS " + COPY + " WITH (FORCE)");
        server.execute(
                SERVICE_DATABASE, "CREATE DATABASE " + COPY + " TEMPLATE " + original.database());
        server.execute(SERVICE_DATABASE, "CHECKPOINT");
    }

    /** Connects to the copy as the baselines do: see {@link PostgresUnit}. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:"
                        + server.port()
                        + "/"
                        + COPY
                        + "?prepareThreshold=1&reWriteBatchedInserts=true&currentSchema="
                        + original.schema(),
                PostgresServer.USER,
                "");
    }

    /** Returns the numbers of the events that the baselines add to a copy. */
    AtomicLong nextEvents() {
        return new AtomicLong(2L * load.orders() + 1);
    }
}

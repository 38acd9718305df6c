package dev.lockstep.imports.ba2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Creates a BA2 database of a given version: the tables SQLModel generated at the time, enum member
 * names as text, foreign keys disabled. Stays open until closed, like BA2's own connection.
 */
public final class Ba2Fixture implements AutoCloseable {
    private final Age age;
    private final Connection connection;

    private Ba2Fixture(Age age, Connection connection) {
        this.age = age;
        this.connection = connection;
    }

    /** Creates a database with a rollback journal, as early BA2 versions did. */
    public static Ba2Fixture of(Path file, Age age) throws SQLException {
        return of(file, age, "DELETE");
    }

    /** Creates a database whose rows stay in the WAL while it is open. */
    public static Ba2Fixture inWal(Path file, Age age) throws SQLException {
        return of(file, age, "WAL");
    }

    private static Ba2Fixture of(Path file, Age age, String journal) throws SQLException {
        Ba2Fixture fixture =
                new Ba2Fixture(age, DriverManager.getConnection("jdbc:sqlite:" + file));
        fixture.run("PRAGMA journal_mode=" + journal);
        fixture.run("PRAGMA wal_autocheckpoint=0");
        fixture.run("PRAGMA synchronous=OFF");
        for (String table : age.schema.split(";", -1)) {
            fixture.run(table);
        }
        return fixture;
    }

    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Inserts an account. */
    public Ba2Fixture account(long id, String name, String provider) throws SQLException {
        return insert("accountdefinition", Map.of("id", id, "name", name, "provider", provider));
    }

    /** Inserts a setting of an account. */
    public Ba2Fixture setting(
            long account, String key, @Nullable String text, @Nullable String json)
            throws SQLException {
        SequencedMap<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("account_id", account);
        row.put("key", key);
        row.put("value_str", text);
        row.put("value_json", json);
        return insert("accountsetting", row);
    }

    /** Inserts a transaction. */
    public Ba2Fixture transaction(long id, double quantity) throws SQLException {
        return insert(
                "transaction",
                Map.of("id", id, "symbol", "AAPL", "quantity", quantity, "status", "OPENED"));
    }

    /** Inserts a filled market order for ten shares; {@code overrides} replaces its columns. */
    public Ba2Fixture order(long id, Map<String, ?> overrides) throws SQLException {
        SequencedMap<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("symbol", "AAPL");
        row.put("quantity", 10.0);
        row.put("side", "BUY");
        row.put("order_type", "MARKET");
        row.put("good_for", "day");
        row.put("status", "FILLED");
        row.put("filled_qty", 10.0);
        row.put("created_at", "2025-10-17 09:30:00.123456");
        row.put("open_type", "AUTOMATIC");
        row.put("broker_order_id", "b-" + id);
        if (age.has("account_id")) {
            row.put("account_id", 1);
        }
        if (age.has("data")) {
            row.put("data", "null");
        }
        row.putAll(overrides);
        return insert("tradingorder", row);
    }

    /** Inserts a row. */
    public Ba2Fixture insert(String table, Map<String, ? extends @Nullable Object> row)
            throws SQLException {
        List<String> columns = new ArrayList<>(row.keySet());
        String sql =
                "INSERT INTO \""
                        + table
                        + "\" (\""
                        + String.join("\", \"", columns)
                        + "\") VALUES ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?"))
                        + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                statement.setObject(i + 1, row.get(columns.get(i)));
            }
            statement.executeUpdate();
        }
        return this;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** The version of a database. */
    public enum Age {
        /** Orders without account, stop price and JSON; the average price has its own column. */
        OCTOBER_2025(
                """
                CREATE TABLE tradingorder (id INTEGER NOT NULL PRIMARY KEY, symbol VARCHAR NOT NULL,
                  quantity FLOAT NOT NULL, side VARCHAR(4) NOT NULL, order_type VARCHAR(15) NOT NULL,
                  good_for VARCHAR, status VARCHAR(20) NOT NULL, filled_qty FLOAT, comment VARCHAR,
                  created_at DATETIME, open_type VARCHAR(9) NOT NULL, broker_order_id VARCHAR,
                  order_recommendation_id INTEGER, limit_price FLOAT, filled_avg_price FLOAT,
                  depends_on_order INTEGER, depends_order_status_trigger VARCHAR(20),
                  transaction_id INTEGER)\
                """,
                """
                CREATE TABLE "transaction" (id INTEGER NOT NULL PRIMARY KEY, symbol VARCHAR NOT NULL,
                  quantity FLOAT NOT NULL, open_price FLOAT, close_price FLOAT, stop_loss FLOAT,
                  take_profit FLOAT, open_date DATETIME, close_date DATETIME,
                  status VARCHAR(7) NOT NULL, created_at DATETIME, expert_id INTEGER)\
                """,
                ACCOUNTS,
                SETTINGS),
        /** As of August 2026: options, legs, accounts and more tables. */
        AUGUST_2026(
                """
                CREATE TABLE tradingorder (id INTEGER NOT NULL PRIMARY KEY,
                  account_id INTEGER REFERENCES accountdefinition (id), symbol VARCHAR NOT NULL,
                  quantity FLOAT NOT NULL, side VARCHAR(4) NOT NULL, order_type VARCHAR(15) NOT NULL,
                  good_for VARCHAR, status VARCHAR(20) NOT NULL, filled_qty FLOAT, open_price FLOAT,
                  comment VARCHAR, created_at DATETIME, open_type VARCHAR(9) NOT NULL,
                  broker_order_id VARCHAR, expert_recommendation_id INTEGER, limit_price FLOAT,
                  stop_price FLOAT, depends_on_order INTEGER REFERENCES tradingorder (id),
                  depends_order_status_trigger VARCHAR(20),
                  transaction_id INTEGER REFERENCES "transaction" (id), data JSON,
                  legs_broker_ids JSON, parent_order_id INTEGER REFERENCES tradingorder (id),
                  asset_class VARCHAR(6), contract_symbol VARCHAR, option_type VARCHAR(4),
                  strike FLOAT, expiry DATE, underlying_symbol VARCHAR, multiplier INTEGER,
                  position_intent VARCHAR, option_strategy VARCHAR)\
                """,
                """
                CREATE TABLE "transaction" (id INTEGER NOT NULL PRIMARY KEY, symbol VARCHAR NOT NULL,
                  quantity FLOAT NOT NULL, side VARCHAR(4), open_price FLOAT, close_price FLOAT,
                  close_reason VARCHAR, status VARCHAR(7) NOT NULL, created_at DATETIME,
                  meta_data JSON, expert_id INTEGER, multiplier INTEGER)\
                """,
                "CREATE TABLE position (id INTEGER NOT NULL PRIMARY KEY, symbol VARCHAR)",
                "CREATE TABLE activitylog (id INTEGER NOT NULL PRIMARY KEY, type VARCHAR(27))",
                "CREATE TABLE option_activity (id INTEGER NOT NULL PRIMARY KEY)",
                "CREATE TABLE expertinstance (id INTEGER NOT NULL PRIMARY KEY)",
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)",
                ACCOUNTS,
                SETTINGS);

        private final String schema;

        Age(String... tables) {
            this.schema = String.join(";", tables);
        }

        boolean has(String orderColumn) {
            return schema.split(";", -1)[0].matches("(?s).*\\b" + orderColumn + "\\b.*");
        }
    }

    private static final String ACCOUNTS =
            """
            CREATE TABLE accountdefinition (id INTEGER NOT NULL PRIMARY KEY,
              name VARCHAR NOT NULL, provider VARCHAR NOT NULL, description VARCHAR)\
            """;

    private static final String SETTINGS =
            """
            CREATE TABLE accountsetting (id INTEGER NOT NULL PRIMARY KEY,
              account_id INTEGER NOT NULL, "key" VARCHAR NOT NULL, value_str VARCHAR,
              value_json JSON, value_float FLOAT)\
            """;
}

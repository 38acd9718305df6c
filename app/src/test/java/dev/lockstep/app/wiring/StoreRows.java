package dev.lockstep.app.wiring;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All rows of a store, as text, to compare two stores. */
final class StoreRows {
    /** All but that of the store itself. */
    private static final List<String> TABLES =
            List.of(
                    "orders",
                    "order_events",
                    "event_chain",
                    "record_events",
                    "record_chain",
                    "trading_lease",
                    "incidents",
                    "loop_report",
                    "fills",
                    "fill_corrections",
                    "risk_changes",
                    "risk_rules",
                    "holdings",
                    "strategy_parts",
                    "adjustments",
                    "trading_keys",
                    "external_cancels",
                    "notification_lanes",
                    "notification_notices",
                    "sign_ins");

    private StoreRows() {}

    /**
     * Returns the rows by table.
     *
     * @param schema what stands before the name of a table
     */
    static SortedMap<String, List<String>> of(Connection connection, String schema)
            throws SQLException {
        SortedMap<String, List<String>> all = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + schema + table)) {
                    List<String> rows = new ArrayList<>();
                    while (row.next()) {
                        rows.add(text(row));
                    }
                    rows.sort(String::compareTo);
                    all.put(table, rows);
                }
            }
        }
        return all;
    }

    private static String text(ResultSet row) throws SQLException {
        SortedMap<String, String> columns = new TreeMap<>();
        ResultSetMetaData names = row.getMetaData();
        for (int column = 1; column <= names.getColumnCount(); column++) {
            columns.put(names.getColumnName(column), String.valueOf(row.getString(column)));
        }
        return columns.toString();
    }
}

package dev.lockstep.imports.ba2;

import dev.lockstep.imports.LegacyAccount;
import dev.lockstep.imports.connection.ReadOnlyDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a BA2 database's accounts; of their settings only the paper flag. */
final class Ba2Accounts {
    /** The account of rows without an account id if there is not exactly one account. */
    static final long NO_ACCOUNT = 0;

    private final ReadOnlyDatabase database;
    private final Ba2Sql sql;
    private final Map<Long, Named> named = new TreeMap<>();

    Ba2Accounts(ReadOnlyDatabase database, Ba2Sql sql) throws SQLException {
        this.database = database;
        this.sql = sql;
        if (sql.hasAccounts()) {
            readNames();
        }
    }

    /** Returns the account of rows without an account id. */
    long defaultAccount() {
        return named.size() == 1 ? named.keySet().iterator().next() : NO_ACCOUNT;
    }

    /** Returns all accounts that have a name or orders; requires the copied orders. */
    List<LegacyAccount> all() throws SQLException {
        Map<Long, Long> orders = orders();
        Map<Long, Boolean> paper = sql.hasSettings() ? paper() : Map.of();
        named.keySet().forEach(id -> orders.putIfAbsent(id, 0L));
        List<LegacyAccount> accounts = new ArrayList<>();
        orders.forEach((id, count) -> {
            Named name = named.getOrDefault(id, Named.NOT);
            accounts.add(new LegacyAccount(id, name.name(), name.provider(), paper.get(id), count));
        });
        return accounts;
    }

    private void readNames() throws SQLException {
        try (ResultSet rows = database.kept(sql.accounts()).executeQuery()) {
            while (rows.next()) {
                named.put(rows.getLong(1), new Named(text(rows, 2), text(rows, 3)));
            }
        }
    }

    private Map<Long, Long> orders() throws SQLException {
        Map<Long, Long> orders = new TreeMap<>();
        try (ResultSet rows = database.kept(Ba2Sql.ORDERS_BY_ACCOUNT).executeQuery()) {
            while (rows.next()) {
                orders.merge(rows.getLong(1), rows.getLong(2), Long::sum);
            }
        }
        return orders;
    }

    private Map<Long, Boolean> paper() throws SQLException {
        Map<Long, Boolean> paper = new TreeMap<>();
        try (ResultSet rows = database.kept(sql.paperSettings()).executeQuery()) {
            while (rows.next()) {
                Boolean set = flag(text(rows, 2));
                if (set != null) {
                    paper.put(rows.getLong(1), set);
                }
            }
        }
        return paper;
    }

    /** Parses a JSON boolean, which may be quoted several times. */
    static @Nullable Boolean flag(String json) {
        return switch (json.replaceAll("[\\\\\"\\s]", "").toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private record Named(String name, String provider) {
        static final Named NOT = new Named("", "");
    }
}

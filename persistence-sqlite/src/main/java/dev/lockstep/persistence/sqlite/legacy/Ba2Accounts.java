package dev.lockstep.persistence.sqlite.legacy;

import dev.lockstep.domain.legacy.LegacyAccount;
import dev.lockstep.persistence.sqlite.connection.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the accounts of a BA2 database, and of their settings only whether it is play money. */
final class Ba2Accounts {
    /** Where a row names no account and there is not just one. */
    static final long NO_ACCOUNT = 0;

    private final Session session;
    private final Ba2Sql sql;
    private final Map<Long, Named> named = new TreeMap<>();

    Ba2Accounts(Session session, Ba2Sql sql) throws SQLException {
        this.session = session;
        this.sql = sql;
        if (sql.hasAccounts()) {
            readNames();
        }
    }

    /** The account of a row that names none. */
    long usual() {
        return named.size() == 1 ? named.keySet().iterator().next() : NO_ACCOUNT;
    }

    /** All accounts that are named, or that orders are of; after the orders were taken out. */
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
        try (ResultSet rows = session.kept(sql.accounts()).executeQuery()) {
            while (rows.next()) {
                named.put(rows.getLong(1), new Named(text(rows, 2), text(rows, 3)));
            }
        }
    }

    private Map<Long, Long> orders() throws SQLException {
        Map<Long, Long> orders = new TreeMap<>();
        try (ResultSet rows = session.kept(Ba2Sql.ORDERS_BY_ACCOUNT).executeQuery()) {
            while (rows.next()) {
                orders.merge(rows.getLong(1), rows.getLong(2), Long::sum);
            }
        }
        return orders;
    }

    private Map<Long, Boolean> paper() throws SQLException {
        Map<Long, Boolean> paper = new TreeMap<>();
        try (ResultSet rows = session.kept(sql.paperSettings()).executeQuery()) {
            while (rows.next()) {
                Boolean set = flag(text(rows, 2));
                if (set != null) {
                    paper.put(rows.getLong(1), set);
                }
            }
        }
        return paper;
    }

    /** A JSON string of a truth value, which may have been quoted several times. */
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

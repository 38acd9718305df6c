package dev.lockstep.imports.ba2;

import java.util.List;
import java.util.SequencedMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * SQL that reads a BA2 database, built for the tables and columns present in the file, because they
 * differ between BA2 versions.
 */
final class Ba2Sql {
    static final String ORDERS = "tradingorder";
    static final String TRANSACTION_FOUND = Cells.OWN_PREFIX + "transaction";

    private static final DSLContext RENDER = DSL.using(SQLDialect.SQLITE);
    private static final String ACCOUNT = Cells.OWN_PREFIX + "account";
    private static final String ACCOUNTS = "accountdefinition";
    private static final String SETTINGS = "accountsetting";
    private static final String TRANSACTIONS = "transaction";
    private static final int MAX_ODD_TRANSACTIONS = 1_000;

    /** The copied orders, in SQLite's temporary database. */
    private static final Table<Record> COPY = DSL.table(DSL.name("lockstep_orders"));

    private static final Field<Long> COPY_ID = DSL.field(DSL.name("id"), Long.class);
    private static final Field<Long> COPY_ACCOUNT = DSL.field(DSL.name(ACCOUNT), Long.class);

    static final Query PAGE =
            RENDER.select(DSL.asterisk())
                    .from(COPY)
                    .where(
                            COPY_ACCOUNT.eq(DSL.param("account", Long.class)),
                            COPY_ID.gt(DSL.param("after", Long.class)))
                    .orderBy(COPY_ID)
                    .limit(DSL.param("limit", Long.class));

    static final Query ORDERS_BY_ACCOUNT =
            RENDER.select(COPY_ACCOUNT, DSL.count())
                    .from(COPY)
                    .groupBy(COPY_ACCOUNT)
                    .orderBy(COPY_ACCOUNT);

    static final Query INDEX =
            RENDER.createIndex(DSL.name("lockstep_orders_by_account"))
                    .on(COPY, COPY_ACCOUNT, COPY_ID);

    private final SequencedMap<String, List<String>> tables;

    Ba2Sql(SequencedMap<String, List<String>> tables) {
        this.tables = tables;
    }

    boolean has(String table) {
        return tables.containsKey(table);
    }

    boolean has(String table, String column) {
        return tables.getOrDefault(table, List.of()).contains(column);
    }

    /** Returns the accounts: id, name, provider. */
    Query accounts() {
        return RENDER.select(
                        column(ACCOUNTS, "id"),
                        column(ACCOUNTS, "name"),
                        column(ACCOUNTS, "provider"))
                .from(table(ACCOUNTS))
                .orderBy(DSL.inline(1));
    }

    boolean hasAccounts() {
        return has(ACCOUNTS, "id");
    }

    /**
     * Returns the paper setting of each account: account id and value. No other setting is read.
     */
    Query paperSettings() {
        return RENDER.select(
                        column(SETTINGS, "account_id"),
                        DSL.coalesce(column(SETTINGS, "value_json"), column(SETTINGS, "value_str")))
                .from(table(SETTINGS))
                .where(column(SETTINGS, "key").eq(DSL.inline("paper_account")));
    }

    boolean hasSettings() {
        return has(SETTINGS, "account_id")
                && has(SETTINGS, "key")
                && (has(SETTINGS, "value_json") || has(SETTINGS, "value_str"));
    }

    /** Copies the orders; rows without an account id get {@code defaultAccount}. */
    Query copy(long defaultAccount) {
        Table<Record> orders = table(ORDERS);
        Field<Object> id = column(ORDERS, "id");
        Field<?> account =
                DSL.coalesce(column(ORDERS, "account_id"), DSL.inline(defaultAccount)).as(ACCOUNT);
        Condition aRow =
                DSL.function(DSL.name("typeof"), String.class, id).eq(DSL.inline("integer"));
        return RENDER.createTemporaryTable(COPY)
                .as(
                        RENDER.select(
                                        (SelectFieldOrAsterisk) orders.asterisk(),
                                        account,
                                        transaction().as(TRANSACTION_FOUND))
                                .from(orders)
                                .where(aRow));
    }

    private Field<?> transaction() {
        if (!has(ORDERS, "transaction_id") || !has(TRANSACTIONS, "id")) {
            return DSL.inline((String) null);
        }
        Select<Record1<Integer>> found =
                RENDER.select(DSL.inline(1))
                        .from(table(TRANSACTIONS))
                        .where(column(TRANSACTIONS, "id").eq(column(ORDERS, "transaction_id")))
                        .limit(DSL.inline(1));
        return DSL.field(found);
    }

    /**
     * Returns the transactions with orders of several accounts; null if the file lacks the required
     * columns.
     */
    @Nullable Query severalAccounts() {
        if (!has(ORDERS, "transaction_id") || !has(ORDERS, "account_id")) {
            return null;
        }
        Field<Object> transaction = column(ORDERS, "transaction_id");
        return RENDER.select(transaction)
                .from(table(ORDERS))
                .where(transaction.isNotNull())
                .groupBy(transaction)
                .having(DSL.countDistinct(column(ORDERS, "account_id")).gt(DSL.inline(1)))
                .limit(DSL.inline(MAX_ODD_TRANSACTIONS));
    }

    Query count(String table) {
        return RENDER.selectCount().from(table(table));
    }

    private static Table<Record> table(String name) {
        return DSL.table(DSL.name(name));
    }

    /** Returns a column, or a NULL literal if the file does not have it. */
    private Field<Object> column(String table, String name) {
        return has(table, name)
                ? DSL.field(DSL.name(table, name), Object.class)
                : DSL.inline((Object) null, Object.class);
    }
}

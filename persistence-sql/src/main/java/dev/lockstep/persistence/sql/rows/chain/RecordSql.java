package dev.lockstep.persistence.sql.rows.chain;

import static dev.lockstep.persistence.sql.generated.Tables.RECORD_CHAIN;
import static dev.lockstep.persistence.sql.generated.Tables.RECORD_EVENTS;

import dev.lockstep.persistence.sql.rows.column.OrderSql;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** SQL of the record chain. */
final class RecordSql {
    static final Query HEAD =
            OrderSql.RENDER.select(RECORD_CHAIN.SEQ, RECORD_CHAIN.HASH).from(RECORD_CHAIN);
    static final Query LAST =
            OrderSql.RENDER
                    .select(RECORD_EVENTS.SEQ, RECORD_EVENTS.HASH)
                    .from(RECORD_EVENTS)
                    .orderBy(RECORD_EVENTS.SEQ.desc())
                    .limit(DSL.inline(1));
    static final Query KEEP_HEAD =
            OrderSql.RENDER
                    .update(RECORD_CHAIN)
                    .set(RECORD_CHAIN.SEQ, OrderSql.placeholder(RECORD_CHAIN.SEQ))
                    .set(RECORD_CHAIN.HASH, OrderSql.placeholder(RECORD_CHAIN.HASH));
    static final Query INSERT =
            OrderSql.RENDER
                    .insertInto(RECORD_EVENTS)
                    .columns(entry())
                    .values(entry().stream().map(OrderSql::placeholder).toList());
    static final Query ENTRIES =
            OrderSql.RENDER
                    .select(entry())
                    .from(RECORD_EVENTS)
                    .where(RECORD_EVENTS.SEQ.gt(OrderSql.placeholder(RECORD_EVENTS.SEQ)))
                    .orderBy(RECORD_EVENTS.SEQ)
                    .limit(DSL.param("limit", SQLDataType.INTEGER));

    private static final Map<RecordKind, Query> ONE = forEach(RecordSql::selectOne);
    private static final Map<RecordKind, Query> PAGE = forEach(RecordSql::selectPage);
    private static final Map<RecordKind, Query> GONE = forEach(RecordSql::selectGone);

    private RecordSql() {}

    /** Returns the query of the chained columns of one record. */
    static Query one(RecordKind kind) {
        return query(ONE, kind);
    }

    /** Returns the query of the records after a key: key, last chained content, columns. */
    static Query page(RecordKind kind) {
        return query(PAGE, kind);
    }

    /** Returns the query of keys that are chained but no longer in the table. */
    static Query gone(RecordKind kind) {
        return query(GONE, kind);
    }

    private static Query query(Map<RecordKind, Query> queries, RecordKind kind) {
        Query query = queries.get(kind);
        if (query == null) {
            throw new IllegalStateException("no query for " + kind);
        }
        return query;
    }

    private static List<Field<?>> entry() {
        return List.of(
                RECORD_EVENTS.SEQ,
                RECORD_EVENTS.KIND,
                RECORD_EVENTS.RECORD_KEY,
                RECORD_EVENTS.CONTENT,
                RECORD_EVENTS.ORIGIN,
                RECORD_EVENTS.HASH);
    }

    private static Query selectOne(RecordKind kind) {
        return OrderSql.RENDER
                .select(kind.columns())
                .from(kind.table())
                .where(isKey(kind, DSL.param("key", SQLDataType.CLOB)));
    }

    private static Query selectPage(RecordKind kind) {
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(text(kind));
        columns.add(
                DSL.field(
                        DSL.select(RECORD_EVENTS.CONTENT)
                                .from(RECORD_EVENTS)
                                .where(RECORD_EVENTS.KIND.eq(DSL.inline(kind.name())))
                                .and(RECORD_EVENTS.RECORD_KEY.eq(text(kind)))
                                .orderBy(RECORD_EVENTS.SEQ.desc())
                                .limit(DSL.inline(1))));
        columns.addAll(kind.columns());
        return OrderSql.RENDER
                .select(columns)
                .from(kind.table())
                .where(text(kind).gt(DSL.param("after", SQLDataType.CLOB)))
                .orderBy(text(kind))
                .limit(DSL.param("limit", SQLDataType.INTEGER));
    }

    private static Query selectGone(RecordKind kind) {
        return OrderSql.RENDER
                .selectDistinct(RECORD_EVENTS.RECORD_KEY)
                .from(RECORD_EVENTS)
                .where(RECORD_EVENTS.KIND.eq(DSL.inline(kind.name())))
                .andNotExists(
                        DSL.selectOne()
                                .from(kind.table())
                                .where(isKey(kind, RECORD_EVENTS.RECORD_KEY)))
                .limit(DSL.param("limit", SQLDataType.INTEGER));
    }

    /** Compares the key by its own type, so that its index is used. */
    private static Condition isKey(RecordKind kind, Field<String> text) {
        return kind.key().getType() == String.class
                ? kind.key().coerce(String.class).eq(text)
                : kind.key().coerce(Long.class).eq(text.cast(SQLDataType.BIGINT));
    }

    /** Returns the key as text. */
    private static Field<String> text(RecordKind kind) {
        return kind.key().getType() == String.class
                ? kind.key().coerce(String.class)
                : kind.key().cast(SQLDataType.CLOB);
    }

    private static Map<RecordKind, Query> forEach(Function<RecordKind, Query> query) {
        Map<RecordKind, Query> queries = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            queries.put(kind, query.apply(kind));
        }
        return queries;
    }
}

package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.TRADING_KEYS;

import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.SecretHash;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.chain.RecordKind;
import dev.lockstep.persistence.sql.rows.chain.RecordTable;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** The {@code trading_keys} table on one connection. Not thread-safe. */
public final class TradingKeyTable {
    private static final List<TableField<?, ?>> COLUMNS =
            List.of(
                    TRADING_KEYS.NAME,
                    TRADING_KEYS.KEY_ID,
                    TRADING_KEYS.SECRET_HASH,
                    TRADING_KEYS.STRATEGY,
                    TRADING_KEYS.ROLE,
                    TRADING_KEYS.VIEW_PART,
                    TRADING_KEYS.CREATED_AT,
                    TRADING_KEYS.CHANGED_AT,
                    TRADING_KEYS.CHANGED_BY,
                    TRADING_KEYS.REVOKED_AT,
                    TRADING_KEYS.HOOK_TEMPLATE);
    private static final Query BY_NAME =
            select(TRADING_KEYS.NAME.eq(OrderSql.placeholder(TRADING_KEYS.NAME)));
    private static final Query BY_ID =
            select(TRADING_KEYS.KEY_ID.eq(OrderSql.placeholder(TRADING_KEYS.KEY_ID)));
    private static final Query ALL = select(DSL.noCondition());
    private static final Query COUNT = OrderSql.RENDER.selectCount().from(TRADING_KEYS);
    private static final Query INSERT =
            OrderSql.RENDER
                    .insertInto(TRADING_KEYS)
                    .columns(COLUMNS)
                    .values(COLUMNS.stream().map(OrderSql::placeholder).toList());
    private static final Query UPDATE =
            OrderSql.RENDER
                    .update(TRADING_KEYS)
                    .set(TRADING_KEYS.KEY_ID, OrderSql.placeholder(TRADING_KEYS.KEY_ID))
                    .set(TRADING_KEYS.SECRET_HASH, OrderSql.placeholder(TRADING_KEYS.SECRET_HASH))
                    .set(TRADING_KEYS.CHANGED_AT, OrderSql.placeholder(TRADING_KEYS.CHANGED_AT))
                    .set(TRADING_KEYS.CHANGED_BY, OrderSql.placeholder(TRADING_KEYS.CHANGED_BY))
                    .set(TRADING_KEYS.REVOKED_AT, OrderSql.placeholder(TRADING_KEYS.REVOKED_AT))
                    .where(TRADING_KEYS.NAME.eq(OrderSql.placeholder(TRADING_KEYS.NAME)));

    private final Session session;

    public TradingKeyTable(Session session) {
        this.session = session;
    }

    /** Returns the key of this name. */
    public Optional<TradingKey> byName(KeyName name) throws SQLException {
        return one(BY_NAME, name.value());
    }

    /** Returns the key of this public part. */
    public Optional<TradingKey> byId(KeyId id) throws SQLException {
        return one(BY_ID, id.value());
    }

    /** Returns all keys by name. */
    public List<TradingKey> all() throws SQLException {
        return read(session.kept(ALL));
    }

    /** Returns the number of keys. */
    public long count() throws SQLException {
        try (ResultSet row = session.kept(COUNT).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Inserts a new key. */
    public void insert(TradingKey key) throws SQLException {
        HookTemplate template = key.template();
        PreparedStatement statement = session.kept(INSERT);
        new Parameters(statement)
                .text(key.name().value())
                .text(key.id().value())
                .text(key.secretHash().value())
                .text(key.strategy().value())
                .text(key.role().name())
                .text(key.view().name())
                .time(key.createdAt())
                .time(key.changedAt())
                .text(key.changedBy())
                .timeOrNull(key.revokedAt())
                .textOrNull(template == null ? null : template.text());
        statement.executeUpdate();
        chain(key);
    }

    /** Updates the credentials and the validity of a key. */
    public void update(TradingKey key) throws SQLException {
        PreparedStatement statement = session.kept(UPDATE);
        new Parameters(statement)
                .text(key.id().value())
                .text(key.secretHash().value())
                .time(key.changedAt())
                .text(key.changedBy())
                .timeOrNull(key.revokedAt())
                .text(key.name().value());
        statement.executeUpdate();
        chain(key);
    }

    private void chain(TradingKey key) throws SQLException {
        new RecordTable(session).append(RecordKind.TRADING_KEY, key.name().value());
    }

    private Optional<TradingKey> one(Query query, String key) throws SQLException {
        PreparedStatement statement = session.kept(query);
        new Parameters(statement).text(key);
        return read(statement).stream().findFirst();
    }

    private static Query select(Condition condition) {
        return OrderSql.RENDER
                .select(COLUMNS)
                .from(TRADING_KEYS)
                .where(condition)
                .orderBy(TRADING_KEYS.NAME);
    }

    private static List<TradingKey> read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, TradingKeyTable::key);
        }
    }

    private static TradingKey key(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new TradingKey(
                columns.value(KeyName::new),
                columns.value(KeyId::new),
                columns.value(SecretHash::new),
                columns.value(StrategyId::new),
                columns.enumValue(KeyRole.class),
                columns.enumValue(KeyView.class),
                columns.time(),
                columns.time(),
                columns.text(),
                columns.timeOrNull(),
                columns.valueOrNull(HookTemplate::parse));
    }
}

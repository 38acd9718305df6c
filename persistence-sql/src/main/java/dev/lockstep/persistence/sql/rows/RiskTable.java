package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.RISK_CHANGES;
import static dev.lockstep.persistence.sql.generated.Tables.RISK_RULES;

import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.chain.RecordKind;
import dev.lockstep.persistence.sql.rows.chain.RecordTable;
import dev.lockstep.persistence.sql.rows.column.EpochNanos;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The {@code risk_rules} and {@code risk_changes} tables on one connection. */
public final class RiskTable {
    private static final Query READ = reading(DSL.noCondition());
    private static final Query READ_APPLYING =
            reading(
                    RISK_RULES.STRATEGY.in(
                            DSL.inline(""), DSL.param("strategy", RISK_RULES.STRATEGY)));
    private static final Query WRITE =
            OrderSql.RENDER
                    .insertInto(
                            RISK_RULES,
                            RISK_RULES.KIND,
                            RISK_RULES.NAME,
                            RISK_RULES.VALUE,
                            RISK_RULES.WHO,
                            RISK_RULES.WHY,
                            RISK_RULES.SINCE,
                            RISK_RULES.STRATEGY)
                    .values(
                            DSL.param("kind", RISK_RULES.KIND),
                            DSL.param("name", RISK_RULES.NAME),
                            DSL.param("value", RISK_RULES.VALUE),
                            DSL.param("who", RISK_RULES.WHO),
                            DSL.param("why", RISK_RULES.WHY),
                            DSL.param("since", RISK_RULES.SINCE),
                            DSL.param("strategy", RISK_RULES.STRATEGY))
                    .onConflict(RISK_RULES.STRATEGY, RISK_RULES.KIND, RISK_RULES.NAME)
                    .doUpdate()
                    .set(RISK_RULES.VALUE, DSL.excluded(RISK_RULES.VALUE))
                    .set(RISK_RULES.WHO, DSL.excluded(RISK_RULES.WHO))
                    .set(RISK_RULES.WHY, DSL.excluded(RISK_RULES.WHY))
                    .set(RISK_RULES.SINCE, DSL.excluded(RISK_RULES.SINCE));
    private static final Query REMOVE =
            OrderSql.RENDER
                    .deleteFrom(RISK_RULES)
                    .where(
                            RISK_RULES.KIND.eq(DSL.param("kind", RISK_RULES.KIND)),
                            RISK_RULES.NAME.eq(DSL.param("name", RISK_RULES.NAME)),
                            RISK_RULES.STRATEGY.eq(DSL.param("strategy", RISK_RULES.STRATEGY)));
    private static final Query KEEP =
            OrderSql.RENDER
                    .insertInto(
                            RISK_CHANGES,
                            RISK_CHANGES.CHANGE,
                            RISK_CHANGES.KIND,
                            RISK_CHANGES.NAME,
                            RISK_CHANGES.VALUE,
                            RISK_CHANGES.WHO,
                            RISK_CHANGES.WHY,
                            RISK_CHANGES.AT,
                            RISK_CHANGES.STRATEGY)
                    .values(
                            OrderSql.next(RISK_CHANGES.CHANGE),
                            DSL.param("kind", RISK_CHANGES.KIND),
                            DSL.param("name", RISK_CHANGES.NAME),
                            DSL.param("value", RISK_CHANGES.VALUE),
                            DSL.param("who", RISK_CHANGES.WHO),
                            DSL.param("why", RISK_CHANGES.WHY),
                            DSL.param("at", RISK_CHANGES.AT),
                            DSL.param("strategy", RISK_CHANGES.STRATEGY));
    private static final Query LAST =
            OrderSql.RENDER.select(DSL.max(RISK_CHANGES.CHANGE)).from(RISK_CHANGES);
    private static final Query CHANGES =
            OrderSql.RENDER
                    .select(
                            RISK_CHANGES.NAME,
                            RISK_CHANGES.KIND,
                            RISK_CHANGES.VALUE,
                            RISK_CHANGES.WHO,
                            RISK_CHANGES.WHY,
                            RISK_CHANGES.AT,
                            RISK_CHANGES.STRATEGY)
                    .from(RISK_CHANGES)
                    .orderBy(RISK_CHANGES.CHANGE.desc())
                    .limit(DSL.param("limit", Integer.class));

    /** The time of the last change in a page, or none where fewer are left. */
    private static final Query END_OF_PAGE =
            OrderSql.RENDER
                    .select(RISK_CHANGES.AT)
                    .from(RISK_CHANGES)
                    .where(RISK_CHANGES.AT.lt(DSL.param("before", RISK_CHANGES.AT)))
                    .orderBy(RISK_CHANGES.AT.desc())
                    .limit(DSL.inline(1))
                    .offset(DSL.param("offset", Integer.class));

    private static final Query CHANGES_BETWEEN =
            OrderSql.RENDER
                    .select(
                            RISK_CHANGES.NAME,
                            RISK_CHANGES.KIND,
                            RISK_CHANGES.VALUE,
                            RISK_CHANGES.WHO,
                            RISK_CHANGES.WHY,
                            RISK_CHANGES.AT,
                            RISK_CHANGES.STRATEGY)
                    .from(RISK_CHANGES)
                    .where(
                            RISK_CHANGES.AT.ge(DSL.param("from", RISK_CHANGES.AT)),
                            RISK_CHANGES.AT.lt(DSL.param("before", RISK_CHANGES.AT)))
                    .orderBy(RISK_CHANGES.AT.desc(), RISK_CHANGES.CHANGE.desc());

    private final Session session;

    public RiskTable(Session session) {
        this.session = session;
    }

    /** Returns the rules in force in this process, including those that could not be stored. */
    public RiskRules rules() throws SQLException {
        return session.unstored().appliedTo(stored());
    }

    /** Returns the rules in force for an order of a strategy, or of none. */
    RiskRules rules(@Nullable StrategyId strategy) throws SQLException {
        PreparedStatement statement = session.kept(READ_APPLYING);
        new Parameters(statement).text(strategy == null ? "" : strategy.value());
        return session.unstored().appliedTo(read(statement)).applyingTo(strategy);
    }

    /** Returns the stored rules, which apply to every process. */
    public RiskRules stored() throws SQLException {
        return read(session.kept(READ));
    }

    private static RiskRules read(PreparedStatement statement) throws SQLException {
        SortedMap<String, List<RiskRow>> byStrategy = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            for (RiskRow row : OrderTable.read(rows, RiskRow::read)) {
                byStrategy.computeIfAbsent(row.strategyOrEmpty(), _ -> new ArrayList<>()).add(row);
            }
        }
        if (byStrategy.isEmpty()) {
            return RiskRules.NONE;
        }
        RiskRules account = rules(byStrategy.getOrDefault("", List.of()));
        SortedMap<StrategyId, RiskRules> strategies = new TreeMap<>();
        byStrategy.forEach((strategy, rows) -> {
            if (!strategy.isEmpty()) {
                strategies.put(new StrategyId(strategy), rules(rows));
            }
        });
        return new RiskRules(account.limits(), account.restrictions(), strategies);
    }

    private static RiskRules rules(List<RiskRow> rows) {
        List<RiskLimit> limits = new ArrayList<>();
        List<Restriction> restrictions = new ArrayList<>();
        for (RiskRow row : rows) {
            switch (row.kind()) {
                case LIMIT -> limits.add(row.limit());
                case RESTRICTION -> restrictions.add(row.restriction());
            }
        }
        return new RiskRules(RiskLimits.of(limits), restrictions);
    }

    /** Applies and stores a change that has an effect; returns the stored rules after it. */
    public RiskRules apply(RiskChange change) throws SQLException {
        RiskRules before = stored();
        RiskRules after = change.appliedTo(before);
        if (!after.equals(before)) {
            write(change);
        }
        return after;
    }

    private void write(RiskChange change) throws SQLException {
        RiskRow row = RiskRow.of(change);
        if (row.value() == null) {
            PreparedStatement remove = session.kept(REMOVE);
            new Parameters(remove)
                    .text(row.kind().name())
                    .text(row.name())
                    .text(row.strategyOrEmpty());
            remove.executeUpdate();
        } else {
            bindAndRun(session.kept(WRITE), row, row.strategyOrEmpty());
        }
        bindAndRun(session.kept(KEEP), row, row.strategy());
        new RecordTable(session).append(RecordKind.RISK_CHANGE, last());
    }

    private String last() throws SQLException {
        try (ResultSet row = session.kept(LAST).executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /** Returns the last changes, newest first. */
    public List<RiskChange> changes(int limit) throws SQLException {
        PreparedStatement statement = session.kept(CHANGES);
        new Parameters(statement).number(limit);
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, row -> RiskRow.read(row).change());
        }
    }

    /** Returns the last changes before a time, with all of the instant of the last one. */
    public List<RiskChange> changes(Instant before, int limit) throws SQLException {
        PreparedStatement statement = session.kept(CHANGES_BETWEEN);
        new Parameters(statement).time(endOfPage(before, limit)).time(before);
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, row -> RiskRow.read(row).change());
        }
    }

    private Instant endOfPage(Instant before, int limit) throws SQLException {
        PreparedStatement statement = session.kept(END_OF_PAGE);
        new Parameters(statement).time(before).number(limit - 1);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? EpochNanos.time(row.getLong(1)) : Instant.EPOCH;
        }
    }

    private static Query reading(Condition condition) {
        return OrderSql.RENDER
                .select(
                        RISK_RULES.NAME,
                        RISK_RULES.KIND,
                        RISK_RULES.VALUE,
                        RISK_RULES.WHO,
                        RISK_RULES.WHY,
                        RISK_RULES.SINCE,
                        RISK_RULES.STRATEGY)
                .from(RISK_RULES)
                .where(condition);
    }

    private static void bindAndRun(
            PreparedStatement statement, RiskRow row, @Nullable Object strategy)
            throws SQLException {
        new Parameters(statement)
                .text(row.kind().name())
                .text(row.name())
                .textOrNull(row.value())
                .text(row.who())
                .text(row.why())
                .time(row.at())
                .textOrNull(strategy);
        statement.executeUpdate();
    }
}

package dev.lockstep.persistence.sql.rows.chain;

import static dev.lockstep.persistence.sql.generated.Tables.ADJUSTMENTS;
import static dev.lockstep.persistence.sql.generated.Tables.FILLS;
import static dev.lockstep.persistence.sql.generated.Tables.FILL_CORRECTIONS;
import static dev.lockstep.persistence.sql.generated.Tables.INCIDENTS;
import static dev.lockstep.persistence.sql.generated.Tables.RECORD_EVENTS;
import static dev.lockstep.persistence.sql.generated.Tables.RISK_CHANGES;
import static dev.lockstep.persistence.sql.generated.Tables.SIGN_INS;
import static dev.lockstep.persistence.sql.generated.Tables.TRADING_KEYS;
import static dev.lockstep.persistence.sql.generated.Tables.TRADING_LEASE;

import dev.lockstep.persistence.sql.rows.column.OrderSql;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Tables covered by the record chain, with their keys and chained columns. */
@SuppressWarnings("ImmutableEnumChecker") // jOOQ's tables and fields are immutable
public enum RecordKind {
    /** An execution. */
    FILL(
            FILLS,
            FILLS.EXECUTION_ID,
            List.of(
                    FILLS.BROKER_ORDER_ID,
                    FILLS.SYMBOL,
                    FILLS.SIDE,
                    FILLS.LAST_QTY,
                    FILLS.LAST_PX,
                    FILLS.CUM_QTY,
                    FILLS.LEAVES_QTY,
                    FILLS.TRANSACT_TIME)),
    /** A bust or a correction of an execution. */
    FILL_CORRECTION(
            FILL_CORRECTIONS,
            FILL_CORRECTIONS.CORRECTION_ID,
            List.of(
                    FILL_CORRECTIONS.CORRECTED,
                    FILL_CORRECTIONS.BROKER_ORDER_ID,
                    FILL_CORRECTIONS.QTY,
                    FILL_CORRECTIONS.PX,
                    FILL_CORRECTIONS.AT,
                    FILL_CORRECTIONS.EVIDENCE)),
    /** A change of a limit or restriction. */
    RISK_CHANGE(
            RISK_CHANGES,
            RISK_CHANGES.CHANGE,
            List.of(
                    RISK_CHANGES.KIND,
                    RISK_CHANGES.NAME,
                    RISK_CHANGES.VALUE,
                    RISK_CHANGES.WHO,
                    RISK_CHANGES.WHY,
                    RISK_CHANGES.AT,
                    RISK_CHANGES.STRATEGY)),
    /** An incident. */
    INCIDENT(
            INCIDENTS,
            INCIDENTS.INCIDENT_ID,
            List.of(
                    INCIDENTS.KIND,
                    INCIDENTS.SUBJECT,
                    INCIDENTS.TEXT,
                    INCIDENTS.OPENED_AT,
                    INCIDENTS.CLOSED_AT,
                    INCIDENTS.RESOLUTION,
                    INCIDENTS.ACKNOWLEDGED_BY,
                    INCIDENTS.ACKNOWLEDGED_WHY,
                    INCIDENTS.ACKNOWLEDGED_AT)),
    /** A non-trade change of positions or cash. */
    ADJUSTMENT(
            ADJUSTMENTS,
            ADJUSTMENTS.ACTIVITY_ID,
            List.of(
                    ADJUSTMENTS.KIND,
                    ADJUSTMENTS.TYPE,
                    ADJUSTMENTS.SYMBOL,
                    ADJUSTMENTS.QUANTITY,
                    ADJUSTMENTS.CASH,
                    ADJUSTMENTS.PRICE,
                    ADJUSTMENTS.BROKER_ORDER_ID,
                    ADJUSTMENTS.TEXT,
                    ADJUSTMENTS.AT,
                    ADJUSTMENTS.PAYLOAD)),
    /** A trading key or hook. */
    TRADING_KEY(
            TRADING_KEYS,
            TRADING_KEYS.NAME,
            List.of(
                    TRADING_KEYS.KEY_ID,
                    TRADING_KEYS.SECRET_HASH,
                    TRADING_KEYS.STRATEGY,
                    TRADING_KEYS.ROLE,
                    TRADING_KEYS.VIEW_PART,
                    TRADING_KEYS.CREATED_AT,
                    TRADING_KEYS.CHANGED_AT,
                    TRADING_KEYS.CHANGED_BY,
                    TRADING_KEYS.REVOKED_AT,
                    TRADING_KEYS.HOOK_TEMPLATE)),
    /** A sign-in to the screen. */
    SIGN_IN(SIGN_INS, SIGN_INS.SIGN_IN, List.of(SIGN_INS.ACT, SIGN_INS.CLIENT, SIGN_INS.AT)),
    /**
     * A change of the trading lease's owner. The expiry is not chained, because it changes with
     * each renewal.
     */
    LEASE(TRADING_LEASE, TRADING_LEASE.ID, List.of(TRADING_LEASE.OWNER, TRADING_LEASE.EPOCH));

    private final Table<?> table;
    private final Field<?> key;
    private final List<Field<?>> columns;

    RecordKind(Table<?> table, Field<?> key, List<Field<?>> columns) {
        this.table = table;
        this.key = key;
        this.columns = columns;
    }

    /** Returns the table. */
    public Table<?> table() {
        return table;
    }

    /**
     * Returns the condition that a record was written after an entry of the chain, whose sequence
     * number is the parameter.
     */
    public Condition writtenAfter() {
        Condition later =
                RECORD_EVENTS
                        .KIND
                        .eq(DSL.inline(name()))
                        .and(RECORD_EVENTS.SEQ.gt(OrderSql.placeholder(RECORD_EVENTS.SEQ)));
        return key.getType() == String.class
                ? key.coerce(String.class)
                        .in(DSL.select(RECORD_EVENTS.RECORD_KEY).from(RECORD_EVENTS).where(later))
                : key.coerce(Long.class)
                        .in(
                                DSL.select(RECORD_EVENTS.RECORD_KEY.cast(SQLDataType.BIGINT))
                                        .from(RECORD_EVENTS)
                                        .where(later));
    }

    Field<?> key() {
        return key;
    }

    List<Field<?>> columns() {
        return columns;
    }
}

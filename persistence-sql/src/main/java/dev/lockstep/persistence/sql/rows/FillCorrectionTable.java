package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.FILLS;
import static dev.lockstep.persistence.sql.generated.Tables.FILL_CORRECTIONS;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.chain.RecordKind;
import dev.lockstep.persistence.sql.rows.chain.RecordTable;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** The {@code fill_corrections} table on one connection. Not thread-safe. */
public final class FillCorrectionTable {
    private static final List<Field<?>> COLUMNS =
            List.of(
                    FILL_CORRECTIONS.CORRECTION_ID,
                    FILL_CORRECTIONS.CORRECTED,
                    FILL_CORRECTIONS.BROKER_ORDER_ID,
                    FILL_CORRECTIONS.QTY,
                    FILL_CORRECTIONS.PX,
                    FILL_CORRECTIONS.AT,
                    FILL_CORRECTIONS.EVIDENCE);

    private static final Query INSERT =
            OrderSql.RENDER
                    .insertInto(FILL_CORRECTIONS)
                    .columns(COLUMNS)
                    .values(COLUMNS.stream().map(OrderSql::placeholder).toList());
    private static final Query OF_ORDER =
            OrderSql.RENDER
                    .select(COLUMNS)
                    .from(FILL_CORRECTIONS)
                    .where(
                            FILL_CORRECTIONS.BROKER_ORDER_ID.eq(
                                    OrderSql.placeholder(FILL_CORRECTIONS.BROKER_ORDER_ID)))
                    .orderBy(FILL_CORRECTIONS.AT, FILL_CORRECTIONS.CORRECTION_ID);
    private static final Query OF_FILLS_BETWEEN =
            OrderSql.RENDER
                    .select(COLUMNS)
                    .from(FILL_CORRECTIONS)
                    .where(
                            FILL_CORRECTIONS.BROKER_ORDER_ID.in(
                                    DSL.select(FILLS.BROKER_ORDER_ID)
                                            .from(FILLS)
                                            .where(
                                                    FILLS.TRANSACT_TIME.between(
                                                            DSL.param("first", FILLS.TRANSACT_TIME),
                                                            DSL.param(
                                                                    "last", FILLS.TRANSACT_TIME)))))
                    .orderBy(FILL_CORRECTIONS.AT, FILL_CORRECTIONS.CORRECTION_ID);

    private final Session session;

    public FillCorrectionTable(Session session) {
        this.session = session;
    }

    /** Inserts a correction that is not stored yet. */
    public void insert(FillCorrection correction) throws SQLException {
        PreparedStatement statement = session.kept(INSERT);
        new Parameters(statement)
                .text(correction.id().value())
                .text(correction.corrected().value())
                .text(correction.brokerOrderId().value())
                .text(correction.qty().toString())
                .textOrNull(correction.px())
                .time(correction.at())
                .text(correction.evidence());
        statement.executeUpdate();
        new RecordTable(session).append(RecordKind.FILL_CORRECTION, correction.id().value());
    }

    /** Returns an order's corrections, oldest first. */
    public List<FillCorrection> of(BrokerOrderId id) throws SQLException {
        PreparedStatement statement = session.kept(OF_ORDER);
        new Parameters(statement).text(id.value());
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, FillCorrectionTable::correction);
        }
    }

    /** Returns the corrections of orders that traded in the given period, both ends inclusive. */
    public List<FillCorrection> ofFillsBetween(Instant from, Instant to) throws SQLException {
        PreparedStatement statement = session.kept(OF_FILLS_BETWEEN);
        new Parameters(statement).time(from).time(to);
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, FillCorrectionTable::correction);
        }
    }

    private static FillCorrection correction(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new FillCorrection(
                columns.value(ExecutionId::new),
                columns.value(ExecutionId::new),
                columns.value(BrokerOrderId::new),
                columns.value(Quantity::of),
                columns.valueOrNull(Price::of),
                columns.time(),
                columns.value(text -> text));
    }
}

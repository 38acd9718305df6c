package dev.lockstep.persistence.sql.rows.notification;

import static dev.lockstep.persistence.sql.generated.Tables.NOTIFICATION_LANES;

import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.OutboxPosition;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.OrderTable;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Query;

/** The {@code notification_lanes} table on one connection. */
public final class LaneTable {
    private static final List<Field<?>> COLUMNS =
            List.of(
                    NOTIFICATION_LANES.CHANNEL,
                    NOTIFICATION_LANES.LANE,
                    NOTIFICATION_LANES.EVENTS,
                    NOTIFICATION_LANES.RECORDS,
                    NOTIFICATION_LANES.NOTICES,
                    NOTIFICATION_LANES.DELIVERED,
                    NOTIFICATION_LANES.MISSED,
                    NOTIFICATION_LANES.DELIVERED_AT,
                    NOTIFICATION_LANES.FAILURES,
                    NOTIFICATION_LANES.FAILING_SINCE,
                    NOTIFICATION_LANES.TROUBLE);

    private static final Query ONE =
            OrderSql.RENDER
                    .select(COLUMNS)
                    .from(NOTIFICATION_LANES)
                    .where(
                            NOTIFICATION_LANES.CHANNEL.eq(
                                    OrderSql.placeholder(NOTIFICATION_LANES.CHANNEL)),
                            NOTIFICATION_LANES.LANE.eq(
                                    OrderSql.placeholder(NOTIFICATION_LANES.LANE)));
    private static final Query ALL =
            OrderSql.RENDER
                    .select(COLUMNS)
                    .from(NOTIFICATION_LANES)
                    .orderBy(NOTIFICATION_LANES.CHANNEL, NOTIFICATION_LANES.LANE);
    private static final Query WRITE =
            OrderSql.RENDER
                    .insertInto(NOTIFICATION_LANES)
                    .columns(COLUMNS)
                    .values(COLUMNS.stream().map(OrderSql::placeholder).toList())
                    .onConflict(NOTIFICATION_LANES.CHANNEL, NOTIFICATION_LANES.LANE)
                    .doUpdate()
                    .setAllToExcluded();

    private final Session session;

    public LaneTable(Session session) {
        this.session = session;
    }

    /** Returns the progress of one lane. */
    public Optional<LaneProgress> read(String channel, DeliveryLane lane) throws SQLException {
        PreparedStatement statement = session.kept(ONE);
        new Parameters(statement).text(channel).text(lane.name());
        return read(statement).stream().findFirst();
    }

    /** Returns the progress of all lanes. */
    public List<LaneProgress> all() throws SQLException {
        return read(session.kept(ALL));
    }

    /** Replaces the progress of a lane. */
    public void write(LaneProgress progress) throws SQLException {
        PreparedStatement statement = session.kept(WRITE);
        new Parameters(statement)
                .text(progress.channel())
                .text(progress.lane().name())
                .number(progress.position().events())
                .number(progress.position().records())
                .number(progress.position().notices())
                .number(progress.delivered())
                .number(progress.missed())
                .timeOrNull(progress.deliveredAt())
                .number(progress.failures())
                .timeOrNull(progress.failingSince())
                .text(progress.trouble());
        statement.executeUpdate();
    }

    private static List<LaneProgress> read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, LaneTable::progress);
        }
    }

    private static LaneProgress progress(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new LaneProgress(
                columns.text(),
                columns.enumValue(DeliveryLane.class),
                new OutboxPosition(columns.number(), columns.number(), columns.number()),
                columns.number(),
                columns.number(),
                columns.timeOrNull(),
                Math.toIntExact(columns.number()),
                columns.timeOrNull(),
                columns.text());
    }
}

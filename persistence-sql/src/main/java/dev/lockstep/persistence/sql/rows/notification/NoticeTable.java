package dev.lockstep.persistence.sql.rows.notification;

import static dev.lockstep.persistence.sql.generated.Tables.NOTIFICATION_NOTICES;

import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.port.notification.NotificationOutbox.Raised;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.OrderTable;
import dev.lockstep.persistence.sql.rows.chain.RecordContent;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The {@code notification_notices} table on one connection. */
public final class NoticeTable {
    private static final List<Field<?>> CONTENT =
            List.of(
                    NOTIFICATION_NOTICES.NOTICE_ID,
                    NOTIFICATION_NOTICES.KIND,
                    NOTIFICATION_NOTICES.AT,
                    NOTIFICATION_NOTICES.TITLE,
                    NOTIFICATION_NOTICES.TEXT,
                    NOTIFICATION_NOTICES.FIELDS);

    private static final Query LAST =
            OrderSql.RENDER.select(DSL.max(NOTIFICATION_NOTICES.SEQ)).from(NOTIFICATION_NOTICES);
    private static final Query ADD =
            OrderSql.RENDER
                    .insertInto(NOTIFICATION_NOTICES)
                    .columns(OrderSql.first(NOTIFICATION_NOTICES.SEQ, CONTENT))
                    .values(OrderSql.numbered(NOTIFICATION_NOTICES.SEQ, CONTENT))
                    .onConflict(NOTIFICATION_NOTICES.NOTICE_ID)
                    .doNothing();
    private static final Query AFTER =
            OrderSql.RENDER
                    .select(NOTIFICATION_NOTICES.SEQ)
                    .select(CONTENT)
                    .from(NOTIFICATION_NOTICES)
                    .where(
                            NOTIFICATION_NOTICES.SEQ.gt(
                                    OrderSql.placeholder(NOTIFICATION_NOTICES.SEQ)))
                    .orderBy(NOTIFICATION_NOTICES.SEQ)
                    .limit(DSL.param("limit", SQLDataType.INTEGER));

    private final Session session;

    public NoticeTable(Session session) {
        this.session = session;
    }

    /** Returns the last position, 0 if there is no notice. */
    public long last() throws SQLException {
        try (ResultSet row = session.kept(LAST).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Inserts a notice unless its id is stored; returns whether it was inserted. */
    public boolean add(Notification notice) throws SQLException {
        RecordContent fields = new RecordContent();
        notice.fields().forEach(fields::field);
        PreparedStatement statement = session.kept(ADD);
        new Parameters(statement)
                .text(notice.id())
                .text(notice.kind().name())
                .time(notice.at())
                .text(notice.title())
                .text(notice.text())
                .text(fields.toString());
        return statement.executeUpdate() == 1;
    }

    /** Returns the notices after {@code seq}. */
    public List<Raised> after(long seq, int limit) throws SQLException {
        PreparedStatement statement = session.kept(AFTER);
        new Parameters(statement).number(seq).number(limit);
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, NoticeTable::notice);
        }
    }

    private static Raised notice(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Raised(
                columns.number(),
                new Notification(
                        columns.text(),
                        columns.enumValue(NotificationKind.class),
                        columns.time(),
                        columns.text(),
                        columns.text(),
                        columns.value(RecordContent::fields)));
    }
}

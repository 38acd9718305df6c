package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.META;

import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** Tag of a database: drawn when it is first opened, then constant. */
public final class InstanceTags {
    private static final String NAME = "instance_tag";
    private static final int CHARS = 8;
    private static final int RADIX = 36;
    private static final Query READ =
            OrderSql.RENDER.select(META.VALUE).from(META).where(META.NAME.eq(DSL.inline(NAME)));
    private static final Query WRITE =
            OrderSql.RENDER
                    .insertInto(META, META.NAME, META.VALUE)
                    .values(DSL.inline(NAME), DSL.param("value", META.VALUE));

    private InstanceTags() {}

    /** Returns the database's tag; draws and stores it if absent. */
    public static InstanceTag of(Session session, RandomGenerator random) throws SQLException {
        Optional<InstanceTag> known = read(session);
        return known.isPresent() ? known.get() : drawn(session, random);
    }

    private static InstanceTag drawn(Session session, RandomGenerator random) throws SQLException {
        session.beginWriting();
        try {
            Optional<InstanceTag> known = read(session);
            InstanceTag tag = known.isPresent() ? known.get() : written(session, random);
            session.commit();
            return tag;
        } catch (SQLException | RuntimeException failure) {
            session.rollback();
            throw failure;
        }
    }

    private static InstanceTag written(Session session, RandomGenerator random)
            throws SQLException {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < CHARS; i++) {
            drawn.append(Character.forDigit(random.nextInt(RADIX), RADIX));
        }
        PreparedStatement statement = session.kept(WRITE);
        statement.setString(1, drawn.toString());
        statement.executeUpdate();
        return new InstanceTag(drawn.toString());
    }

    private static Optional<InstanceTag> read(Session session) throws SQLException {
        try (ResultSet row = session.kept(READ).executeQuery()) {
            return row.next() ? Optional.of(new InstanceTag(row.getString(1))) : Optional.empty();
        }
    }
}

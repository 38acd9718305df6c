package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.SIGN_INS;

import dev.lockstep.domain.access.SignIn;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.chain.RecordKind;
import dev.lockstep.persistence.sql.rows.chain.RecordTable;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.EpochNanos;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** The {@code sign_ins} table on one connection. Not thread-safe. */
public final class SignInTable {
    private static final Query INSERT =
            OrderSql.RENDER
                    .insertInto(
                            SIGN_INS, SIGN_INS.SIGN_IN, SIGN_INS.ACT, SIGN_INS.CLIENT, SIGN_INS.AT)
                    .values(
                            OrderSql.next(SIGN_INS.SIGN_IN),
                            OrderSql.placeholder(SIGN_INS.ACT),
                            OrderSql.placeholder(SIGN_INS.CLIENT),
                            OrderSql.placeholder(SIGN_INS.AT));
    private static final Query LAST =
            OrderSql.RENDER.select(DSL.max(SIGN_INS.SIGN_IN)).from(SIGN_INS);
    private static final Query END_OF_PAGE =
            OrderSql.RENDER
                    .select(SIGN_INS.AT)
                    .from(SIGN_INS)
                    .where(SIGN_INS.AT.lt(DSL.param("before", SIGN_INS.AT)))
                    .orderBy(SIGN_INS.AT.desc())
                    .limit(DSL.inline(1))
                    .offset(DSL.param("offset", Integer.class));
    private static final Query BETWEEN =
            OrderSql.RENDER
                    .select(SIGN_INS.ACT, SIGN_INS.CLIENT, SIGN_INS.AT)
                    .from(SIGN_INS)
                    .where(
                            SIGN_INS.AT.ge(DSL.param("from", SIGN_INS.AT)),
                            SIGN_INS.AT.lt(DSL.param("before", SIGN_INS.AT)))
                    .orderBy(SIGN_INS.AT.desc(), SIGN_INS.SIGN_IN.desc());

    private final Session session;

    public SignInTable(Session session) {
        this.session = session;
    }

    /** Inserts one. */
    public void insert(SignIn signIn) throws SQLException {
        PreparedStatement statement = session.kept(INSERT);
        new Parameters(statement).text(signIn.act().name()).text(signIn.client()).time(signIn.at());
        statement.executeUpdate();
        new RecordTable(session).append(RecordKind.SIGN_IN, String.valueOf(last()));
    }

    /** Returns the newest sign-ins before a time; a page never splits those of one instant. */
    public List<SignIn> before(Instant time, int limit) throws SQLException {
        PreparedStatement statement = session.kept(BETWEEN);
        new Parameters(statement).time(endOfPage(time, limit)).time(time);
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, SignInTable::signIn);
        }
    }

    private Instant endOfPage(Instant before, int limit) throws SQLException {
        PreparedStatement statement = session.kept(END_OF_PAGE);
        new Parameters(statement).time(before).number(limit - 1);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? EpochNanos.time(row.getLong(1)) : Instant.EPOCH;
        }
    }

    private long last() throws SQLException {
        try (ResultSet row = session.kept(LAST).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static SignIn signIn(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new SignIn(columns.enumValue(SignIn.Act.class), columns.text(), columns.time());
    }
}

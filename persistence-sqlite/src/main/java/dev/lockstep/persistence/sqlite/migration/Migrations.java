package dev.lockstep.persistence.sqlite.migration;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sqlite.connection.SqliteSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * Migrates a database to this release's schema, forward only, each step in its own transaction; a
 * new database gets all steps in one.
 *
 * <p>Safe for concurrent processes: each step takes the write lock and then re-reads the version.
 * The schema version is SQLite's {@code user_version}; {@code application_id} identifies our
 * databases.
 */
public final class Migrations {
    /** The steps in order; the schema version after a step is its position, starting at 1. */
    static final List<String> STEPS =
            List.of(
                    "V001__orders.sql",
                    "V002__trading_lease.sql",
                    "V003__loop.sql",
                    "V004__fills.sql",
                    "V005__risk.sql",
                    EventChaining.STEP,
                    "V007__append_only_events.sql",
                    "V008__replaces.sql",
                    "V009__strategy.sql",
                    "V010__working_terms.sql",
                    "V011__adjustments.sql",
                    RecordChaining.STEP,
                    "V013__acknowledged_incidents.sql",
                    RecordChaining.ADJUSTMENTS_STEP,
                    "V015__fill_corrections.sql",
                    "V016__order_purpose.sql",
                    "V017__key_scope.sql",
                    "V018__trading_keys.sql",
                    "V019__carried_fills.sql",
                    "V020__external_cancels.sql",
                    "V021__strategy_limits.sql",
                    "V022__hooks.sql",
                    "V023__notifications.sql",
                    "V024__sign_ins.sql",
                    "V025__reversal.sql");

    /** "Lock" in ASCII. */
    private static final int APPLICATION_ID = 0x4c6f636b;

    private static final String FOLDER = "/db/migration/";

    private Migrations() {}

    /** Returns this release's schema version. */
    public static int newestVersion() {
        return STEPS.size();
    }

    /**
     * Rejects another program's database and one of a newer release; changes nothing.
     *
     * @throws RepositoryException with reason {@link Reason#INCOMPATIBLE}
     */
    public static void requireKnown(SqliteSession session, String location) throws SQLException {
        versionSeen(session, location);
    }

    /**
     * Same check as {@link #requireKnown}, inside a running transaction.
     *
     * @throws RepositoryException with reason {@link Reason#INCOMPATIBLE}
     */
    public static void requireKnownHere(SqliteSession session, String location)
            throws SQLException {
        version(session, location);
    }

    /** Returns the script names of the steps in order. */
    public static List<String> names() {
        return STEPS;
    }

    /** Migrates the database to {@link #newestVersion}. */
    public static void migrate(SqliteSession session, String location) throws SQLException {
        while (versionSeen(session, location) < STEPS.size()) {
            session.beginWriting();
            try {
                int done = version(session, location);
                // A new database is flushed to the disk once instead of once a step.
                int end = done == 0 ? STEPS.size() : Math.min(done + 1, STEPS.size());
                for (int next = done; next < end; next++) {
                    step(session, next);
                }
                session.commit();
            } catch (SQLException | RuntimeException failure) {
                session.rollback();
                throw failure;
            }
        }
    }

    private static void step(SqliteSession session, int done) throws SQLException {
        String name = STEPS.get(done);
        session.script(script(name));
        if (name.equals(EventChaining.STEP)) {
            EventChaining.chain(session);
        }
        RecordChaining.chain(session, name);
        session.script("PRAGMA application_id=" + APPLICATION_ID);
        session.script("PRAGMA user_version=" + (done + 1));
    }

    /**
     * Reads the version in a read transaction; without it another process could migrate between the
     * reads.
     */
    private static int versionSeen(SqliteSession session, String location) throws SQLException {
        session.beginReading();
        try {
            return version(session, location);
        } finally {
            session.rollback();
        }
    }

    private static int version(SqliteSession session, String location) throws SQLException {
        int version = number(session, "user_version");
        boolean ours = number(session, "application_id") == APPLICATION_ID;
        if (!ours && (version != 0 || number(session, "schema_version") != 0)) {
            throw new RepositoryException(
                    Reason.INCOMPATIBLE,
                    location + ": is another program's database: name another file");
        }
        if (version > STEPS.size()) {
            throw new RepositoryException(
                    Reason.INCOMPATIBLE,
                    location
                            + ": its schema version is "
                            + version
                            + ", this release supports "
                            + STEPS.size()
                            + ": use the newer release");
        }
        return version;
    }

    private static int number(SqliteSession session, String pragma) throws SQLException {
        return Integer.parseInt(session.pragma(pragma));
    }

    private static String script(String name) {
        try (InputStream script = Migrations.class.getResourceAsStream(FOLDER + name)) {
            if (script == null) {
                throw new IllegalStateException("no migration " + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

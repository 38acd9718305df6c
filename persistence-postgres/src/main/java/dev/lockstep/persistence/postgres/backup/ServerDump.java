package dev.lockstep.persistence.postgres.backup;

import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.persistence.postgres.connection.PostgresSession;
import dev.lockstep.persistence.sql.connection.Connections;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.copy.BackupFile;
import dev.lockstep.persistence.sql.rows.OrderTable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Backups by {@code pg_dump}, in its custom format: our schema only, from one snapshot. The dump is
 * read once by {@code pg_restore} before it gets its name.
 */
final class ServerDump implements StoreBackup {
    private static final Duration DUMP_PATIENCE = Duration.ofMinutes(5);
    private static final Duration CHECK_PATIENCE = Duration.ofHours(1);

    private final Connections connections;
    private final DumpSettings settings;

    ServerDump(Connections connections, DumpSettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    @Override
    public Copy backUp(Path target) {
        return dumped(target, false);
    }

    @Override
    public Copy replace(Path target) {
        return dumped(target, true);
    }

    private Copy dumped(Path target, boolean replacing) {
        try {
            return BackupFile.made(target, replacing, null, this::dumpedInto);
        } catch (SQLException failure) {
            throw connections.failures().named("the backup to " + target, failure);
        }
    }

    /** The orders are counted in the same snapshot, which this session keeps meanwhile. */
    private long dumpedInto(Path unchecked) throws SQLException {
        try (Session session = connections.openReader()) {
            session.beginReading();
            try {
                dump(unchecked, PostgresSession.of(session).exportedSnapshot());
                return new OrderTable(session).count();
            } finally {
                session.rollback();
            }
        }
    }

    private void dump(Path unchecked, String snapshot) {
        new ServerProgram(settings.environment(), unchecked, DUMP_PATIENCE)
                .run(
                        settings.dump(),
                        List.of(
                                "--format=custom",
                                "--schema=" + settings.schema(),
                                "--strict-names",
                                "--snapshot=" + snapshot,
                                "--lock-wait-timeout=" + settings.lockWait().toMillis(),
                                "--no-password",
                                "--file=" + unchecked));
        new ServerProgram(settings.environment(), unchecked, CHECK_PATIENCE)
                .run(settings.restore(), List.of("--file=-", unchecked.toString()));
    }
}

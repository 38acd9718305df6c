package dev.lockstep.persistence.sql.lease;

import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.rows.LoopReportTable;
import dev.lockstep.persistence.sql.write.Fenced;
import dev.lockstep.persistence.sql.write.WriteUnit;
import dev.lockstep.persistence.sql.write.Writer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL implementation of {@link LoopReports}: a single row with the last report. */
public final class SqlLoopReports implements LoopReports {
    private final Writer writer;
    private final Readers readers;
    private final @Nullable Lease held;

    /**
     * Creates the reports of a database.
     *
     * @param held the lease required for writing, null if none is required
     */
    public SqlLoopReports(Writer writer, Readers readers, @Nullable Lease held) {
        this.writer = writer;
        this.readers = readers;
        this.held = held;
    }

    @Override
    public void write(LoopReport report) {
        InsideWrite.refuse("the loop's report was written");
        WriteUnit<Boolean> unit =
                session -> {
                    new LoopReportTable(session).write(report);
                    return true;
                };
        writer.write(held == null ? unit : new Fenced<>(unit, held));
    }

    @Override
    public Optional<LoopReport> last() {
        InsideWrite.refuse("the loop's report was read");
        return readers.read(session -> new LoopReportTable(session).read());
    }
}

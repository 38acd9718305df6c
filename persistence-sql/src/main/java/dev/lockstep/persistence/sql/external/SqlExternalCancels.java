package dev.lockstep.persistence.sql.external;

import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.ExternalCancels;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.rows.ExternalCancelTable;
import dev.lockstep.persistence.sql.write.Fenced;
import dev.lockstep.persistence.sql.write.WriteUnit;
import dev.lockstep.persistence.sql.write.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL implementation of {@link ExternalCancels}. */
public final class SqlExternalCancels implements ExternalCancels {
    private final Writer writer;
    private final Readers readers;
    private final @Nullable Lease held;

    /**
     * Creates the requests of a database.
     *
     * @param held the lease required for writing, null if none is required
     */
    public SqlExternalCancels(Writer writer, Readers readers, @Nullable Lease held) {
        this.writer = writer;
        this.readers = readers;
        this.held = held;
    }

    @Override
    public void request(Collection<BrokerOrderId> ids, Instant at) {
        if (ids.size() > MAX_REQUESTS) {
            throw new InvalidValueException("ids", ids.size(), "at most " + MAX_REQUESTS);
        }
        if (ids.isEmpty()) {
            return;
        }
        write(session -> {
            ExternalCancelTable table = new ExternalCancelTable(session);
            for (BrokerOrderId id : ids) {
                table.insert(id, at);
            }
            return ids.size();
        });
    }

    @Override
    public List<Request> requested() {
        InsideWrite.refuse("the requested cancels of external orders were read");
        return readers.read(session -> new ExternalCancelTable(session).list());
    }

    @Override
    public void end(BrokerOrderId id) {
        write(session -> {
            new ExternalCancelTable(session).delete(id);
            return 1;
        });
    }

    private void write(WriteUnit<Integer> unit) {
        InsideWrite.refuse("the requested cancels of external orders were written");
        writer.write(held == null ? unit : new Fenced<>(unit, held));
    }
}

package dev.lockstep.persistence.sql.incident;

import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.rows.IncidentTable;
import dev.lockstep.persistence.sql.write.Fenced;
import dev.lockstep.persistence.sql.write.WriteUnit;
import dev.lockstep.persistence.sql.write.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL implementation of {@link Incidents}: reads and changes rows under the write lock. */
public final class SqlIncidents implements Incidents {
    private final Writer writer;
    private final Readers readers;
    private final @Nullable Lease held;

    /**
     * Creates the incidents of a database.
     *
     * @param held the lease required for writing, null if none is required
     */
    public SqlIncidents(Writer writer, Readers readers, @Nullable Lease held) {
        this.writer = writer;
        this.readers = readers;
        this.held = held;
    }

    @Override
    public Incident open(IncidentKind kind, String subject, String text, Instant at) {
        Incident opened = Incident.opened(1, kind, subject, text, at);
        return write(session -> {
            IncidentTable table = new IncidentTable(session);
            Optional<Incident> known = table.open(kind, subject);
            if (known.isEmpty()) {
                table.insert(opened);
            } else if (!known.get().text().equals(opened.text())) {
                table.update(known.get().seenAs(text));
            }
            return table.open(kind, subject).orElseThrow();
        });
    }

    @Override
    public Optional<Incident> close(IncidentKind kind, String subject, String how, Instant at) {
        return write(session -> {
            IncidentTable table = new IncidentTable(session);
            Optional<Incident> closed =
                    table.open(kind, subject).map(known -> known.closed(how, at));
            if (closed.isPresent()) {
                table.update(closed.get());
            }
            return closed;
        });
    }

    @Override
    public Optional<Incident> acknowledge(long number, Acknowledgement acknowledgement) {
        return write(session -> {
            IncidentTable table = new IncidentTable(session);
            Optional<Incident> acknowledged =
                    table.open(number).map(known -> known.acknowledged(acknowledgement));
            if (acknowledged.isPresent()) {
                table.update(acknowledged.get());
            }
            return acknowledged;
        });
    }

    @Override
    public Optional<Incident> closeByHand(Incident known, Acknowledgement by) {
        return write(session -> {
            IncidentTable table = new IncidentTable(session);
            Optional<Incident> closed =
                    table.open(known.number())
                            .filter(known::equals)
                            .map(open -> open.closedByHand(by));
            if (closed.isPresent()) {
                table.update(closed.get());
            }
            return closed;
        });
    }

    @Override
    public Optional<Incident> findOpen(long number) {
        InsideWrite.refuse("an incident was read");
        return readers.read(session -> new IncidentTable(session).open(number));
    }

    @Override
    public List<Incident> list(IncidentQuery query) {
        InsideWrite.refuse("the incidents were read");
        return readers.read(session -> new IncidentTable(session).page(query));
    }

    private <T> T write(WriteUnit<T> unit) {
        InsideWrite.refuse("the incidents were written to");
        return writer.write(held == null ? unit : new Fenced<>(unit, held));
    }
}

package dev.lockstep.persistence.sql.lease;

import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.sql.fill.SqlFills;
import dev.lockstep.persistence.sql.incident.SqlIncidents;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.rows.LeaseTable;
import dev.lockstep.persistence.sql.write.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * SQL implementation of {@link TradingLease}: a single row, read and changed under the write lock.
 */
public final class SqlTradingLease implements TradingLease {
    private final Writer writer;
    private final Readers readers;
    private final InstantSource clock;
    private final Renewals renewals;
    private final Function<Lease, OrderRepository> fencing;

    /**
     * Creates the lease of a database.
     *
     * @param fencing creates the repository of a lease owner
     */
    public SqlTradingLease(
            Writer writer,
            Readers readers,
            InstantSource clock,
            Function<Lease, OrderRepository> fencing) {
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
        this.renewals = new Renewals(PlatformClock.of(clock));
        this.fencing = fencing;
    }

    @Override
    public Optional<Lease> acquire(String owner, Duration term) {
        requirePositive(term);
        Optional<Lease> last = current();
        return last.isPresent() && !free(last.get(), owner, term)
                ? Optional.empty()
                : changed(known -> acquired(known, owner, clock.instant(), term));
    }

    @Override
    public Optional<Lease> renew(Lease held, Duration term) {
        requirePositive(term);
        return changed(known ->
                known.filter(last -> same(last, held))
                        .map(last -> until(last, clock.instant().plus(term))));
    }

    @Override
    public void release(Lease held) {
        changed(known -> known.filter(last -> same(last, held)).map(Lease::release));
    }

    @Override
    public Optional<Lease> current() {
        InsideWrite.refuse("the lease was read");
        return readers.read(session -> new LeaseTable(session).read());
    }

    @Override
    public OrderRepository repository(Lease held) {
        return fencing.apply(held);
    }

    @Override
    public Incidents incidents(Lease held) {
        return new SqlIncidents(writer, readers, held);
    }

    @Override
    public Fills fills(Lease held) {
        return new SqlFills(writer, readers, held);
    }

    @Override
    public LoopReports loopReports(Lease held) {
        return new SqlLoopReports(writer, readers, held);
    }

    private Optional<Lease> changed(Function<Optional<Lease>, Optional<Lease>> change) {
        InsideWrite.refuse("the lease was changed");
        return writer.write(session -> {
            LeaseTable table = new LeaseTable(session);
            Optional<Lease> next = change.apply(table.read());
            if (next.isPresent()) {
                table.write(next.get());
            }
            return next;
        });
    }

    /**
     * Returns whether the lease may be taken: released, the owner's own, or not renewed for a whole
     * term.
     */
    private boolean free(Lease last, String owner, Duration term) {
        return last.released() || last.owner().equals(owner) || renewals.stoppedFor(last, term);
    }

    private Optional<Lease> acquired(
            Optional<Lease> known, String owner, Instant now, Duration term) {
        if (known.isEmpty()) {
            return Optional.of(new Lease(owner, 1, now.plus(term)));
        }
        Lease last = known.get();
        if (last.owner().equals(owner) && !last.released()) {
            return Optional.of(until(last, now.plus(term)));
        }
        return free(last, owner, term)
                ? Optional.of(new Lease(owner, last.epoch() + 1, now.plus(term)))
                : Optional.empty();
    }

    private static boolean same(Lease last, Lease held) {
        return last.epoch() == held.epoch() && last.owner().equals(held.owner());
    }

    private static Lease until(Lease lease, Instant end) {
        return new Lease(lease.owner(), lease.epoch(), end);
    }

    private static void requirePositive(Duration term) {
        if (!term.isPositive()) {
            throw new InvalidValueException("term", term, "> 0");
        }
    }
}

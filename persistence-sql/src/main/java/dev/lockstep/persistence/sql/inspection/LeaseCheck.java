package dev.lockstep.persistence.sql.inspection;

import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.value.ShownValue;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.rows.LeaseTable;
import java.time.Instant;
import java.util.Optional;

/** Reports who holds the trading lease. */
public final class LeaseCheck {
    private LeaseCheck() {}

    /** Adds the owner of the lease, and whether its term has passed. */
    public static void into(InspectionReport report, Readers readers, Instant now) {
        Optional<Lease> last = readers.read(session -> new LeaseTable(session).read());
        report.put("lease_owner", last.map(Lease::owner).orElse(""));
        report.put("lease_epoch", last.map(Lease::epoch).orElse(0L));
        report.put("lease_until", last.map(lease -> lease.until().toString()).orElse(""));
        if (last.isEmpty() || last.get().passed(now)) {
            report.fine("no process holds the trading lease: the next request gets it");
        } else {
            report.fine(
                    last.get().owner()
                            + " holds the trading lease until "
                            + ShownValue.seconds(last.get().until()));
        }
    }
}

package dev.lockstep.app.prove.disk;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.platform.PlatformFactory;
import dev.lockstep.app.platform.StressBook;
import dev.lockstep.app.prove.disk.write.CountedOrders;
import dev.lockstep.app.prove.disk.write.ExpectedWrites;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.store.RepositoryException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Opens a database in its state after a crash and compares it with the acknowledged writes. */
final class ReopenedDatabase {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");

    private final PlatformFactory platforms;

    ReopenedDatabase(PlatformFactory platforms) {
        this.platforms = platforms;
    }

    /** Returns what is wrong; empty if nothing is. */
    List<String> faults(DataFolder folder, ExpectedWrites expected) {
        try (StressBook book = platforms.stressBook(Settings.ofOwnSimulator(folder), DEADLINE)) {
            List<String> faults = new ArrayList<>(expected.differences(book.repository()));
            if (book.audit().verify((_, _) -> {}) instanceof AuditVerdict.Broken broken) {
                faults.add("the audit chain is broken: " + broken.breaks().getFirst());
            }
            Finding whole = book.inspection().integrity();
            if (whole.severity() != Finding.Severity.OK) {
                faults.add("the database is not intact: " + whole.text());
            }
            Order order = CountedOrders.intent(book.ids(), AT);
            book.repository().add(order, Evidence.local("disk"));
            if (book.repository().find(order.id()).isEmpty()) {
                faults.add("a new order was not stored");
            }
            return faults;
        } catch (RepositoryException failure) {
            return List.of("the database cannot be used: " + failure.getMessage());
        }
    }
}

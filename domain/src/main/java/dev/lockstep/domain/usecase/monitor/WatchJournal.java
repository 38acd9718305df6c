package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.maintenance.JournalSize;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import java.util.Map;

/** Watches the store's journal: one that passes its bound is an incident until it has shrunk. */
public final class WatchJournal {
    private static final String SUBJECT = "journal";

    private final StoreInspection inspection;
    private final IncidentBook incidents;

    public WatchJournal(StoreInspection inspection, IncidentBook incidents) {
        this.inspection = inspection;
        this.incidents = incidents;
    }

    /** Checks once. The text has no size in it: an incident is not written again as it grows. */
    public void check() {
        JournalSize journal = inspection.journal();
        Map<String, String> seen =
                journal.exceeded()
                        ? Map.of(
                                SUBJECT,
                                "the database's journal has passed "
                                        + journal.boundMegabytes()
                                        + " MB: "
                                        + journal.cause())
                        : Map.of();
        incidents.settle(IncidentKind.JOURNAL_GROWS, seen, "it has shrunk");
    }
}

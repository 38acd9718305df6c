package dev.lockstep.contracts;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.port.notification.RecordFeed;
import dev.lockstep.domain.risk.limit.RiskChange;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records in memory, each added by a test; safe for use by several threads. */
public final class FakeRecordFeed implements RecordFeed {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** Adds an incident as it was written. */
    public void add(Incident incident, boolean first) {
        entries.add(new Entry.OfIncident(last() + 1, incident, first));
    }

    /** Adds a change of limits or restrictions. */
    public void add(RiskChange change) {
        entries.add(new Entry.OfRisk(last() + 1, change));
    }

    @Override
    public long last() {
        return entries.size();
    }

    @Override
    public Page after(long seq, int limit) {
        List<Entry> after =
                entries.stream().filter(entry -> entry.seq() > seq).limit(limit).toList();
        return new Page(after, after.isEmpty() ? seq : after.getLast().seq());
    }
}

package dev.lockstep.contracts;

import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.maintenance.JournalSize;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.maintenance.StoreStatus;
import java.util.LinkedHashMap;
import java.util.List;

/** A look at a store that is as the test says. */
public final class FakeInspection implements StoreInspection {
    private volatile StoreHealth health = new StoreHealth.Sound();
    private volatile JournalSize journal = JournalSize.NONE;

    /** From now on the store is like this. */
    public void set(StoreHealth now) {
        health = now;
    }

    /** From now on its journal is like this. */
    public void set(JournalSize now) {
        journal = now;
    }

    @Override
    public JournalSize journal() {
        return journal;
    }

    @Override
    public StoreStatus inspect() {
        return new StoreStatus("nowhere", new LinkedHashMap<>(), 0, 0, List.of());
    }

    @Override
    public Finding integrity() {
        return new Finding(Finding.Severity.OK, "nothing to check", "");
    }

    @Override
    public StoreHealth health() {
        return health;
    }
}

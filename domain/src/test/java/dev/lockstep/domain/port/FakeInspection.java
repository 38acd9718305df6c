package dev.lockstep.domain.port;

import java.util.LinkedHashMap;
import java.util.List;

/** A look at a store that is as the test says. */
public final class FakeInspection implements StoreInspection {
    private volatile StoreHealth health = new StoreHealth.Sound();

    /** From now on the store is like this. */
    public void set(StoreHealth now) {
        health = now;
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

package dev.lockstep.contracts;

import dev.lockstep.domain.port.TradingRestrictor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A brake that remembers who has applied it. */
public final class FakeBrake implements TradingRestrictor {
    private final Map<String, String> applied = new ConcurrentHashMap<>();

    @Override
    public void apply(String source, String why) {
        applied.put(source, why);
    }

    @Override
    public void release(String source, String why) {
        applied.remove(source);
    }

    /** Who has applied it, and why. */
    public Map<String, String> applied() {
        return Map.copyOf(applied);
    }
}

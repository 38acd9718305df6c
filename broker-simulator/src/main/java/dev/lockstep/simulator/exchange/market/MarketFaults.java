package dev.lockstep.simulator.exchange.market;

import java.util.Set;
import java.util.TreeSet;

/** Symbols affected by the active disturbance, as live sets for the parts of the exchange. */
public final class MarketFaults {
    private final Set<String> halted = new TreeSet<>();
    private final Set<String> stuckCancels = new TreeSet<>();
    private final Set<String> rejectedReplaces = new TreeSet<>();

    public void become(Disturbance disturbance) {
        replaceAll(halted, disturbance.halted());
        replaceAll(stuckCancels, disturbance.stuckCancels());
        replaceAll(rejectedReplaces, disturbance.rejectedReplaces());
    }

    /** Returns the symbols whose trading is halted. */
    public Set<String> halted() {
        return halted;
    }

    /** Returns the symbols whose cancels stay pending. */
    public Set<String> stuckCancels() {
        return stuckCancels;
    }

    /** Returns the symbols whose replacements are accepted and then rejected. */
    public Set<String> rejectedReplaces() {
        return rejectedReplaces;
    }

    private static void replaceAll(Set<String> set, Set<String> symbols) {
        set.clear();
        set.addAll(symbols);
    }
}

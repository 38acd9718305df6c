package dev.lockstep.simulator.exchange;

import java.util.Set;
import java.util.TreeSet;

/** The symbols in which something goes wrong at present, as the exchange's parts look them up. */
final class Mischief {
    private final Set<String> halted = new TreeSet<>();
    private final Set<String> stuckCancels = new TreeSet<>();
    private final Set<String> rejectedReplaces = new TreeSet<>();

    void become(Disturbance disturbance) {
        replaceAll(halted, disturbance.halted());
        replaceAll(stuckCancels, disturbance.stuckCancels());
        replaceAll(rejectedReplaces, disturbance.rejectedReplaces());
    }

    /** Symbols that do not trade. */
    Set<String> halted() {
        return halted;
    }

    /** Symbols whose cancels stay pending. */
    Set<String> stuckCancels() {
        return stuckCancels;
    }

    /** Symbols whose replacements are granted and then rejected. */
    Set<String> rejectedReplaces() {
        return rejectedReplaces;
    }

    private static void replaceAll(Set<String> set, Set<String> symbols) {
        set.clear();
        set.addAll(symbols);
    }
}

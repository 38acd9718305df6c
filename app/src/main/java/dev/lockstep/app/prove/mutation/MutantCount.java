package dev.lockstep.app.prove.mutation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many changes ended how. */
public final class MutantCount {
    private static final int PERCENT = 100;

    private final Map<MutantEnd, Integer> counts = new EnumMap<>(MutantEnd.class);

    private MutantCount() {}

    static MutantCount of(Collection<Mutant> mutants) {
        MutantCount count = new MutantCount();
        mutants.forEach(mutant -> count.counts.merge(mutant.end(), 1, Integer::sum));
        return count;
    }

    /** Returns the number of changes that ended like this. */
    public int of(MutantEnd end) {
        return counts.getOrDefault(end, 0);
    }

    /** Returns the number of all changes. */
    public int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the number of changes that the tests noticed. */
    public int noticed() {
        return counts.entrySet().stream()
                .filter(each -> each.getKey().noticed())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Returns the share that the tests noticed, in whole percent, cut off; 100 of none. */
    public int noticedPercent() {
        return all() == 0 ? PERCENT : PERCENT * noticed() / all();
    }
}

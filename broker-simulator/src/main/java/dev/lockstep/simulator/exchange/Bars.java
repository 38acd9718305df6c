package dev.lockstep.simulator.exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bars that prices follow, by symbol, each symbol's in the order of time.
 *
 * @param bySymbol the symbols as the venue spells them
 */
public record Bars(SortedMap<String, List<Bar>> bySymbol) {
    /** No bars: prices walk by themselves. */
    public static final Bars NONE = new Bars(new TreeMap<>());

    /** Most bars of all symbols together, so that memory is bounded. */
    public static final int MAX_BARS = 1_000_000;

    public Bars {
        SortedMap<String, List<Bar>> copy = new TreeMap<>();
        bySymbol.forEach((symbol, bars) -> copy.put(symbol, List.copyOf(bars)));
        copy.values().forEach(Bars::requireOrder);
        bySymbol = Collections.unmodifiableSortedMap(copy);
    }

    /** Whether there is none. */
    public boolean none() {
        return bySymbol.isEmpty();
    }

    /** The bars of one symbol; none when it has none. */
    public List<Bar> of(String symbol) {
        return bySymbol.getOrDefault(symbol, List.of());
    }

    /** Those of one symbol that begin within these times and are over by now, oldest first. */
    List<Bar> played(String symbol, Instant from, Instant until, Instant now) {
        List<Bar> all = of(symbol);
        int first = firstFrom(all, from);
        int end = first;
        while (end < all.size()
                && !all.get(end).start().isAfter(until)
                && !all.get(end).end().isAfter(now)) {
            end++;
        }
        return all.subList(first, end);
    }

    /** The one that is being played at a moment, if any is. */
    @Nullable Bar at(String symbol, Instant moment) {
        List<Bar> all = of(symbol);
        int next = firstFrom(all, moment.plusNanos(1));
        Bar last = next == 0 ? null : all.get(next - 1);
        return last != null && moment.isBefore(last.end()) ? last : null;
    }

    /** Whether a volume is given for a symbol: some sources leave a zero in each row. */
    boolean volumeKnown(String symbol) {
        return of(symbol).stream().anyMatch(bar -> bar.volume().signum() > 0);
    }

    /** When the first begins. */
    public Instant start() {
        return bySymbol.values().stream()
                .map(bars -> bars.getFirst().start())
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** When the last is over. */
    public Instant end() {
        return bySymbol.values().stream()
                .map(bars -> bars.getLast().end())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static int firstFrom(List<Bar> bars, Instant from) {
        int low = 0;
        int high = bars.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bars.get(middle).start().isBefore(from)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void requireOrder(List<Bar> bars) {
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("bars: none (expected: at least one of a symbol)");
        }
        for (int next = 1; next < bars.size(); next++) {
            if (bars.get(next).start().isBefore(bars.get(next - 1).end())) {
                throw new IllegalArgumentException(
                        "start: "
                                + bars.get(next).start()
                                + " (expected: the end of the bar before or later)");
            }
        }
    }
}

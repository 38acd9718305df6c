package dev.lockstep.simulator.exchange.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bars that prices follow, by symbol and in the order of time.
 *
 * @param bySymbol the bars of each symbol, in the exchange's spelling
 */
public record Bars(SortedMap<String, List<Bar>> bySymbol) {
    /** No bars: prices follow a random walk. */
    public static final Bars NONE = new Bars(new TreeMap<>());

    /** Maximum number of bars of all symbols together. */
    public static final int MAX_BARS = 1_000_000;

    public Bars {
        SortedMap<String, List<Bar>> copy = new TreeMap<>();
        bySymbol.forEach((symbol, bars) -> copy.put(symbol, List.copyOf(bars)));
        copy.values().forEach(Bars::requireOrder);
        bySymbol = Collections.unmodifiableSortedMap(copy);
    }

    /** Returns whether there are no bars. */
    public boolean none() {
        return bySymbol.isEmpty();
    }

    /** Returns the bars of one symbol, or an empty list. */
    public List<Bar> of(String symbol) {
        return bySymbol.getOrDefault(symbol, List.of());
    }

    /**
     * Returns the bars of one symbol that start within the given times and have ended by now,
     * oldest first.
     */
    public List<Bar> played(String symbol, Instant from, Instant until, Instant now) {
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

    /** Returns the bar that is being played at a time, or null. */
    public @Nullable Bar at(String symbol, Instant moment) {
        List<Bar> all = of(symbol);
        int next = firstFrom(all, moment.plusNanos(1));
        Bar last = next == 0 ? null : all.get(next - 1);
        return last != null && moment.isBefore(last.end()) ? last : null;
    }

    /**
     * Returns whether the bars of a symbol have a volume; some sources leave it zero in each row.
     */
    public boolean volumeKnown(String symbol) {
        return of(symbol).stream().anyMatch(bar -> bar.volume().signum() > 0);
    }

    /** Returns the start of the first bar. */
    public Instant start() {
        return bySymbol.values().stream()
                .map(bars -> bars.getFirst().start())
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** Returns the end of the last bar. */
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
                                + " (expected: the end of the previous bar or later)");
            }
        }
    }
}

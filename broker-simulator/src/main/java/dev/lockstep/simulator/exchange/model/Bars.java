package dev.lockstep.simulator.exchange.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The bars that prices follow, by symbol and in the order of time.
 *
 * @param bySymbol the bars of each symbol, in the exchange's spelling; the lists are not copied,
 *     since they may be long, and must not change
 */
public record Bars(SortedMap<String, List<Bar>> bySymbol) {
    /** No bars: prices follow a random walk. */
    public static final Bars NONE = new Bars(new TreeMap<>());

    /** Maximum number of bars of all symbols together. */
    public static final int MAX_BARS = 5_000_000;

    public Bars {
        SortedMap<String, List<Bar>> copy = new TreeMap<>();
        bySymbol.forEach((symbol, bars) -> copy.put(symbol, Collections.unmodifiableList(bars)));
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
        int end = Math.min(firstAfter(all, until), firstUnfinished(all, now));
        return all.subList(first, Math.max(first, end));
    }

    /** Returns the next time after this one at which a bar begins or ends, or null. */
    public @Nullable Instant nextChange(Instant time) {
        return bySymbol.values().stream()
                .map(all -> nextChange(all, time))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant nextChange(List<Bar> all, Instant time) {
        int unfinished = firstUnfinished(all, time);
        if (unfinished == all.size()) {
            return null;
        }
        Bar bar = all.get(unfinished);
        return bar.start().isAfter(time) ? bar.start() : bar.end();
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
        return first(bars, bar -> !bar.start().isBefore(from));
    }

    private static int firstAfter(List<Bar> bars, Instant time) {
        return first(bars, bar -> bar.start().isAfter(time));
    }

    private static int firstUnfinished(List<Bar> bars, Instant now) {
        return first(bars, bar -> bar.end().isAfter(now));
    }

    /** Returns the index of the first bar with a property that all later bars have too. */
    private static int first(List<Bar> bars, Predicate<Bar> property) {
        int low = 0;
        int high = bars.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (property.test(bars.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static void requireOrder(List<Bar> bars) {
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("bars: none (expected: at least one of a symbol)");
        }
        Instant end = Instant.MIN;
        for (Bar bar : bars) {
            if (bar.start().isBefore(end)) {
                throw new IllegalArgumentException(
                        "start: "
                                + bar.start()
                                + " (expected: the end of the previous bar or later)");
            }
            end = bar.end();
        }
    }
}

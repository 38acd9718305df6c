package dev.lockstep.simulation.exchange;

import dev.lockstep.simulation.schedule.VirtualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The prices of the last minute; an answer of the platform may be based on any of them. */
final class RecentPrices {
    private static final Duration RECENT = Duration.ofMinutes(1);

    private final VirtualTime time;
    private final Map<String, Deque<Quoted>> bySymbol = new HashMap<>();

    private record Quoted(BigDecimal price, long sinceNanos) {}

    RecentPrices(VirtualTime time) {
        this.time = time;
    }

    void set(String symbol, BigDecimal price) {
        Deque<Quoted> prices = bySymbol.computeIfAbsent(symbol, _ -> new ArrayDeque<>());
        prices.addLast(new Quoted(price, time.nanos()));
        forget(prices);
    }

    /** The lowest of them; zero before the first. */
    BigDecimal lowest(String symbol) {
        Deque<Quoted> prices = bySymbol.computeIfAbsent(symbol, _ -> new ArrayDeque<>());
        forget(prices);
        return prices.stream().map(Quoted::price).reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
    }

    /** A price holds until the next one, so the last one before the minute counts too. */
    private void forget(Deque<Quoted> prices) {
        long oldest = time.nanos() - RECENT.toNanos();
        while (prices.size() > 1) {
            Quoted first = prices.removeFirst();
            if (prices.getFirst().sinceNanos() > oldest) {
                prices.addFirst(first);
                return;
            }
        }
    }
}

package dev.lockstep.simulator.exchange.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Account value after each trade, thinned out when it grows too long. */
public final class EquityHistory {
    static final int MAX_SAMPLES = 10_000;

    private final NavigableMap<Instant, BigDecimal> samples = new TreeMap<>();

    void add(Instant at, BigDecimal equity) {
        samples.put(at, equity);
        if (samples.size() > MAX_SAMPLES) {
            thin();
        }
    }

    /** Returns the value after the last trade up to a time. */
    public BigDecimal at(Instant time, BigDecimal before) {
        Map.Entry<Instant, BigDecimal> last = samples.floorEntry(time);
        return last == null ? before : last.getValue();
    }

    private void thin() {
        boolean keep = false;
        for (var all = samples.entrySet().iterator(); all.hasNext(); keep = !keep) {
            all.next();
            if (!keep) {
                all.remove();
            }
        }
    }
}

package dev.lockstep.app.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Labeled positions on the axes of a chart: round amounts, and dates or times in New York. */
final class AxisTicks {
    private static final int AMOUNTS = 4;
    private static final int TIMES = 6;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ROOT);
    private static final Duration DAYS_FROM = Duration.ofDays(4);
    private static final List<BigDecimal> STEPS =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);

    private AxisTicks() {}

    /** Returns round amounts within a range, a few and at least one. */
    static List<BigDecimal> amounts(BigDecimal low, BigDecimal high) {
        BigDecimal step = step(high.subtract(low).divide(BigDecimal.valueOf(AMOUNTS)));
        List<BigDecimal> amounts = new ArrayList<>();
        BigDecimal next = low.divide(step, 0, RoundingMode.CEILING).multiply(step);
        while (next.compareTo(high) <= 0) {
            amounts.add(next);
            next = next.add(step);
        }
        return amounts.isEmpty() ? List.of(low) : amounts;
    }

    /** Returns times from a first to a last one, evenly spread, with their labels. */
    static Map<Instant, String> times(Instant first, Instant last) {
        Duration range = Duration.between(first, last);
        DateTimeFormatter format = range.compareTo(DAYS_FROM) < 0 ? TIME : DATE;
        Map<Instant, String> times = new LinkedHashMap<>();
        for (int index = 0; index < TIMES; index++) {
            Instant at = first.plus(range.multipliedBy(index).dividedBy(TIMES - 1));
            String label = format.format(at.atZone(NEW_YORK));
            if (!times.containsValue(label)) {
                times.put(at, label);
            }
        }
        return times;
    }

    /**
     * Returns the least of 1, 2, 5 and 10 times a power of ten that is not below; a cent at least.
     */
    private static BigDecimal step(BigDecimal least) {
        BigDecimal wanted = least.max(new BigDecimal("0.01"));
        BigDecimal power =
                BigDecimal.ONE.scaleByPowerOfTen(wanted.precision() - wanted.scale() - 1);
        return STEPS.stream()
                .map(power::multiply)
                .filter(step -> step.compareTo(wanted) >= 0)
                .findFirst()
                .orElse(power.multiply(BigDecimal.TEN));
    }
}

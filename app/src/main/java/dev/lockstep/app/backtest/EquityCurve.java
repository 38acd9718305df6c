package dev.lockstep.app.backtest;

import dev.lockstep.simulator.AccountRecords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The account's value over the time of a backtest. Figures count every step; at most 4,000 points
 * are kept, evenly spread. Not thread-safe.
 */
final class EquityCurve {
    static final int MAX_POINTS = 4_000;

    private static final int RATIO_DECIMALS = 6;

    private final List<Point> points = new ArrayList<>();
    private long steps;
    private long stride = 1;
    private long invested;
    private BigDecimal exposures = BigDecimal.ZERO;
    private BigDecimal peak = BigDecimal.ZERO;
    private BigDecimal drawdown = BigDecimal.ZERO;
    private BigDecimal drawdownShare = BigDecimal.ZERO;

    /**
     * The account's value at a time, in dollars.
     *
     * @param held the value of all positions, short ones counted like long ones
     */
    record Point(Instant at, BigDecimal equity, BigDecimal held) {}

    /** Adds the value after a step. */
    void add(Instant at, AccountRecords.Value value) {
        BigDecimal held = value.held();
        Point point = new Point(at, value.equity(), held);
        peak = peak.max(point.equity());
        BigDecimal below = peak.subtract(point.equity());
        drawdown = drawdown.max(below);
        drawdownShare = drawdownShare.max(ratio(below, peak));
        exposures = exposures.add(ratio(held, point.equity()));
        invested += held.signum() > 0 ? 1 : 0;
        if (steps % stride == 0) {
            keep(point);
        }
        steps++;
    }

    /** Returns the kept points. */
    List<Point> points() {
        return List.copyOf(points);
    }

    long steps() {
        return steps;
    }

    /** Returns the largest fall from a peak, in dollars. */
    BigDecimal drawdown() {
        return drawdown;
    }

    /** Returns the largest fall from a peak as a share of that peak, 0 to 1. */
    BigDecimal drawdownShare() {
        return drawdownShare;
    }

    /** Returns the mean value of the positions as a share of the equity. */
    BigDecimal exposure() {
        return steps == 0 ? BigDecimal.ZERO : ratio(exposures, BigDecimal.valueOf(steps));
    }

    /** Returns the share of the steps with a position, 0 to 1. */
    BigDecimal invested() {
        return steps == 0
                ? BigDecimal.ZERO
                : ratio(BigDecimal.valueOf(invested), BigDecimal.valueOf(steps));
    }

    private void keep(Point point) {
        if (points.size() == MAX_POINTS) {
            List<Point> every = List.copyOf(points);
            points.clear();
            for (int index = 0; index < every.size(); index += 2) {
                points.add(every.get(index));
            }
            stride *= 2;
            if (steps % stride != 0) {
                return;
            }
        }
        points.add(point);
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0
                ? BigDecimal.ZERO
                : part.divide(whole, RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }
}

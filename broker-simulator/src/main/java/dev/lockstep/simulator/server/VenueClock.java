package dev.lockstep.simulator.server;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time at the venue: it may begin at another moment than ours, pass faster or slower, and be
 * set forward; it never runs backwards.
 */
public final class VenueClock implements InstantSource {
    /** What {@link #bearable} lets pass, in words. */
    public static final String SPEEDS = "0 to 1,000,000";

    private static final BigDecimal MAX_SPEED = new BigDecimal("1000000");

    private final InstantSource ours;
    private Instant ourAnchor;
    private Instant anchor;
    private BigDecimal speed;

    /**
     * A clock that begins to run now.
     *
     * @param ours our own time
     * @param start the venue's time now
     * @param speed how many seconds pass at the venue in one of ours
     */
    public VenueClock(InstantSource ours, Instant start, BigDecimal speed) {
        this.ours = ours;
        this.ourAnchor = ours.instant();
        this.anchor = start;
        this.speed = speed;
    }

    /** Whether a clock can run at this speed. */
    public static boolean bearable(BigDecimal speed) {
        return speed.signum() >= 0 && speed.compareTo(MAX_SPEED) <= 0;
    }

    @Override
    public synchronized Instant instant() {
        return at(ours.instant());
    }

    synchronized BigDecimal speed() {
        return speed;
    }

    /** Sets it forward; false, and nothing changes, when that would be backward. */
    synchronized boolean moveTo(Instant time) {
        if (time.isBefore(instant())) {
            return false;
        }
        anchorAt(time);
        return true;
    }

    /** Lets it run at another speed from now on. */
    synchronized void runAt(BigDecimal newSpeed) {
        anchorAt(instant());
        speed = newSpeed;
    }

    /** Takes up a time that was reached before a restart. */
    void startNotBefore(Instant reached) {
        moveTo(reached);
    }

    private void anchorAt(Instant time) {
        ourAnchor = ours.instant();
        anchor = time;
    }

    private Instant at(Instant our) {
        Duration passed = Duration.between(ourAnchor, our);
        if (passed.isNegative()) {
            return anchor;
        }
        BigDecimal nanos =
                BigDecimal.valueOf(passed.toSeconds(), -9)
                        .add(BigDecimal.valueOf(passed.toNanosPart()))
                        .multiply(speed)
                        .setScale(0, RoundingMode.DOWN);
        BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1, -9));
        return anchor.plus(
                Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact()));
    }
}

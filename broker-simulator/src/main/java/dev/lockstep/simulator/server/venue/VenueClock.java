package dev.lockstep.simulator.server.venue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Clock of the exchange. It may start at another time than the real clock, run faster or slower,
 * and be set forward. It never runs backwards. Thread-safe.
 */
public final class VenueClock implements InstantSource {
    /** Description of the allowed speeds, for error messages. */
    public static final String SPEEDS = "0 to 1,000,000";

    private static final BigDecimal MAX_SPEED = new BigDecimal("1000000");

    private final InstantSource ours;
    private Instant ourAnchor;
    private Instant anchor;
    private BigDecimal speed;

    /**
     * Creates a clock that starts now.
     *
     * @param ours the real clock
     * @param start the exchange's current time
     * @param speed seconds that pass at the exchange per real second
     */
    public VenueClock(InstantSource ours, Instant start, BigDecimal speed) {
        this.ours = ours;
        this.ourAnchor = ours.instant();
        this.anchor = start;
        this.speed = speed;
    }

    /** Returns whether a speed is allowed. */
    public static boolean isAllowedSpeed(BigDecimal speed) {
        return speed.signum() >= 0 && speed.compareTo(MAX_SPEED) <= 0;
    }

    @Override
    public synchronized Instant instant() {
        return at(ours.instant());
    }

    public synchronized BigDecimal speed() {
        return speed;
    }

    /** Sets the clock forward. Returns false, and changes nothing, if the time is in the past. */
    public synchronized boolean moveTo(Instant time) {
        if (time.isBefore(instant())) {
            return false;
        }
        anchorAt(time);
        return true;
    }

    /** Changes the speed from now on. */
    public synchronized void runAt(BigDecimal newSpeed) {
        anchorAt(instant());
        speed = newSpeed;
    }

    /** Sets the clock to the time reached before a restart, if that is later. */
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

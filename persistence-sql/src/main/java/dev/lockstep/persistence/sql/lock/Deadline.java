package dev.lockstep.persistence.sql.lock;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Point in monotonic time that ends a wait. */
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long at;

    private Deadline(LongSupplier nanoTime, long at) {
        this.nanoTime = nanoTime;
        this.at = at;
    }

    /** Returns the deadline {@code wait} from now. */
    public static Deadline in(Duration wait, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + wait.toNanos());
    }

    /** Returns the nanoseconds left; zero or negative if passed. */
    public long nanosLeft() {
        return at - nanoTime.getAsLong();
    }

    public boolean passed() {
        return nanosLeft() <= 0;
    }
}

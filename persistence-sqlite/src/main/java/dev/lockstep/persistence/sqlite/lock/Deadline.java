package dev.lockstep.persistence.sqlite.lock;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A moment after which nobody waits any longer. */
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long at;

    private Deadline(LongSupplier nanoTime, long at) {
        this.nanoTime = nanoTime;
        this.at = at;
    }

    /** The moment {@code wait} from now. */
    public static Deadline in(Duration wait, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + wait.toNanos());
    }

    /** How long there is still to wait, zero or less once it has passed. */
    public long nanosLeft() {
        return at - nanoTime.getAsLong();
    }

    /** Whether it has passed. */
    public boolean passed() {
        return nanosLeft() <= 0;
    }
}

package dev.lockstep.persistence.postgres.connection;

import dev.lockstep.domain.port.PlatformClock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The server's wall clock as this process last read it, advanced by the monotonic clock, so that
 * all machines mean the same by a time. Before the first reading it is this machine's. Thread-safe.
 */
public final class ServerClock implements PlatformClock {
    private final PlatformClock here;
    private final boolean follows;
    private final AtomicReference<@Nullable Reading> last = new AtomicReference<>();

    /**
     * Creates a clock without a reading, from this machine's clocks.
     *
     * @param follows whether it takes over the server's readings; false leaves it as it is
     */
    public ServerClock(PlatformClock here, boolean follows) {
        this.here = here;
        this.follows = follows;
    }

    @Override
    public Instant instant() {
        Reading known = last.get();
        return known == null ? here.instant() : known.time().plus(here.since(known.readAt()));
    }

    @Override
    public long nanoTime() {
        return here.nanoTime();
    }

    /** Takes over a reading of the server's clock. */
    void read(Instant time) {
        if (follows) {
            last.set(new Reading(time, here.nanoTime()));
        }
    }

    private record Reading(Instant time, long readAt) {}
}

package dev.lockstep.persistence.sqlite.fault;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import dev.lockstep.domain.port.StoreHealth;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers that the disk or the file below failed, and refuses new orders until that is over; safe
 * for use by several threads.
 */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final StoreHealth SOUND = new StoreHealth.Sound();
    private static final Set<Reason> FAULTS =
            EnumSet.of(
                    Reason.DISK_FULL,
                    Reason.IO_ERROR,
                    Reason.CORRUPT,
                    Reason.READ_ONLY,
                    Reason.INCOMPATIBLE,
                    Reason.REPLACED,
                    Reason.COMMIT_UNKNOWN);

    private final InstantSource clock;
    private final Reserve reserve;
    private final AtomicReference<StoreHealth> health = new AtomicReference<>(SOUND);

    /**
     * None yet.
     *
     * @param reserve the room without which no new order is accepted
     */
    public Faults(InstantSource clock, Reserve reserve) {
        this.clock = clock;
        this.reserve = reserve;
    }

    /** Keeps room for what must be stored when the disk is full. */
    public void fillReserve() {
        try {
            reserve.fill();
        } catch (RepositoryException full) {
            saw(full);
        }
    }

    /** Takes note that the disk is full, and makes room; whether there was any to make. */
    public boolean makeRoom(RepositoryException full) {
        boolean made = reserve.release();
        saw(full);
        return made;
    }

    /** Takes note of a failure, if it is one of the disk or the file. */
    public void saw(RepositoryException failure) {
        if (!FAULTS.contains(failure.reason())) {
            return;
        }
        StoreHealth halted =
                new StoreHealth.Halted(
                        failure.reason(), String.valueOf(failure.getMessage()), clock.instant());
        if (health.compareAndSet(SOUND, halted)) {
            LOG.error("new orders are refused: {}", failure.getMessage());
        }
    }

    /** A trial write worked; the fault is over where there is room for the next one, too. */
    void gone() {
        if (!reserve.whole()) {
            return;
        }
        if (health.getAndSet(SOUND) instanceof StoreHealth.Halted) {
            LOG.info("new orders are taken again");
        }
    }

    /** Whether new orders are taken. */
    public StoreHealth health() {
        return health.get();
    }

    /**
     * Refuses new orders while a fault lasts.
     *
     * @throws RepositoryException with reason {@link Reason#HALTED}
     */
    public void requireNone() {
        if (!reserve.whole()) {
            saw(
                    new RepositoryException(
                            Reason.DISK_FULL,
                            "the disk was full and the reserve next to the database is given up:"
                                    + " free some space on the disk"));
        }
        if (health.get() instanceof StoreHealth.Halted halted) {
            throw new RepositoryException(
                    Reason.HALTED,
                    "new orders are refused since "
                            + halted.since()
                            + " and are accepted again once the cause is removed: "
                            + halted.text());
        }
    }
}

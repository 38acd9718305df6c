package dev.lockstep.persistence.sql.fault;

import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.value.ShownValue;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Health of the store: records disk and file faults and refuses new orders until they are cleared.
 * Thread-safe.
 */
public final class StoreFaults {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFaults.class);
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
     * Creates a healthy state.
     *
     * @param reserve the disk reserve required for new orders
     */
    public StoreFaults(InstantSource clock, Reserve reserve) {
        this.clock = clock;
        this.reserve = reserve;
    }

    /** Allocates the disk reserve. */
    public void fillReserve() {
        try {
            reserve.fill();
        } catch (RepositoryException full) {
            report(full);
        }
    }

    /**
     * Records that the disk is full and releases the reserve; returns whether space was released.
     */
    public boolean makeRoom(RepositoryException full) {
        boolean made = reserve.release();
        report(full);
        return made;
    }

    /** Records a failure if it is a fault of the disk or file. */
    public void report(RepositoryException failure) {
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

    /** Clears the fault after a successful test write, if the reserve is complete again. */
    void cleared() {
        if (!reserve.whole()) {
            return;
        }
        if (health.getAndSet(SOUND) instanceof StoreHealth.Halted) {
            LOG.info("new orders are accepted again");
        }
    }

    /** Returns whether new orders are accepted. */
    public StoreHealth health() {
        return health.get();
    }

    /**
     * Throws while a fault persists.
     *
     * @throws RepositoryException with reason {@link Reason#HALTED}
     */
    public void requireNone() {
        if (!reserve.whole()) {
            report(
                    new RepositoryException(
                            Reason.DISK_FULL,
                            "the disk was full and the reserve next to the database has been released:"
                                    + " free some space on the disk"));
        }
        if (health.get() instanceof StoreHealth.Halted halted) {
            throw new RepositoryException(
                    Reason.HALTED,
                    "new orders are refused since "
                            + ShownValue.seconds(halted.since())
                            + " and are accepted again once the cause is removed: "
                            + halted.text());
        }
    }
}

package dev.lockstep.app.platform;

import dev.lockstep.app.config.Settings;
import dev.lockstep.app.simulator.OwnSimulator;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.imports.LegacyBooks;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens the platform, or the part of it that a command needs, on a data folder. The caller closes
 * what it opens.
 */
public interface PlatformFactory {
    /** Returns the orders alone; the folder must have some. */
    StoreUseCases store(Settings settings);

    /** Returns the orders alone; a folder that has none gets a database without any. */
    StoreUseCases newStore(Settings settings);

    /**
     * Copies all orders with their history, limits and all else into an empty store, and verifies
     * the copy.
     *
     * @throws dev.lockstep.domain.port.store.RepositoryException if the target is not empty, or one
     *     of the two cannot be read or written
     */
    StoreMove copy(Settings from, Settings to);

    /** Opens the books of another platform. */
    LegacyBooks legacyBooks();

    /**
     * Opens the orders of a stress test, created if absent.
     *
     * @param longest the longest duration of a call
     */
    StressBook stressBook(Settings settings, Duration longest);

    /**
     * Returns the whole platform; its database must exist. A new folder is bound to the broker's
     * account; a folder that is bound to another one is refused before anything is asked about or
     * sent.
     */
    TradingPlatform platform(Settings settings) throws InterruptedException;

    /**
     * Returns the whole platform, bound as {@link #platform} binds it; a folder that has no
     * database, or a server without the schema, gets one.
     *
     * @param metrics receives the measurements of the store
     */
    TradingPlatform newPlatform(Settings settings, StoreMetrics metrics)
            throws InterruptedException;

    /**
     * Opens the connection to the broker, for reading; empty if the folder's own simulator does not
     * run.
     */
    Optional<BrokerAccess> runningBroker(Settings settings);

    /** The broker without the orders; the folder's own simulator is started if it does not run. */
    BrokerAccess broker(Settings settings) throws InterruptedException;

    /** Returns the last report of the trading loop of any process, if any. */
    Optional<LoopReport> lastLoopReport(Settings settings);

    /** Returns the simulator that belongs to the folder. */
    OwnSimulator simulator(Settings settings);
}

package dev.lockstep.app.cli.shell;

import dev.lockstep.app.platform.BrokerAccess;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.domain.port.maintenance.StoreMetrics;

/**
 * Opens what a command needs. Only the methods that begin with {@code new} or end with {@code New}
 * create the database: they are for commands that store something which may be the first.
 */
public final class OpenPlatform {
    private OpenPlatform() {}

    /** Returns the orders alone; the folder must have some. */
    public static StoreUseCases store(CommandContext context) {
        return context.platforms().store(context.bookSettings());
    }

    /**
     * Returns the orders alone, also where none was ever submitted: limits can be set before the
     * first.
     */
    public static StoreUseCases newStore(CommandContext context) {
        return context.platforms().newStore(context.bookSettings());
    }

    /** Returns the whole platform; its database must exist. */
    public static TradingPlatform open(CommandContext context) throws InterruptedException {
        return context.platforms().platform(context.settings());
    }

    /** Returns the whole platform, also where nothing was ever stored. */
    public static TradingPlatform openNew(CommandContext context) throws InterruptedException {
        return openNew(context, StoreMetrics.NONE);
    }

    /**
     * Returns the whole platform, also where nothing was ever stored.
     *
     * @param metrics where the store reports how it fares
     */
    public static TradingPlatform openNew(CommandContext context, StoreMetrics metrics)
            throws InterruptedException {
        return context.platforms().newPlatform(context.settings(), metrics);
    }

    /** The broker without the orders; the folder's own simulator is started if it does not run. */
    public static BrokerAccess broker(CommandContext context) throws InterruptedException {
        return context.platforms().broker(context.settings());
    }
}

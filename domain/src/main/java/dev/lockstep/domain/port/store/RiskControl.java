package dev.lockstep.domain.port.store;

import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.time.Instant;
import java.util.List;

/**
 * The limits and restrictions of trading, stored with the orders, so that every process that stores
 * an order obeys a change from the moment it is stored.
 *
 * <p>Implementations are thread-safe. Every method throws {@link RepositoryException}, and nothing
 * else, if the store fails.
 */
public interface RiskControl {
    /** The most changes in one answer. */
    int MAX_CHANGES = 1_000;

    /** Returns the rules in force. */
    RiskRules rules();

    /**
     * Applies a change and stores it permanently; a change without effect is not stored.
     *
     * @return the rules after it
     */
    RiskRules change(RiskChange change);

    /**
     * Returns the exposure that the gate of an order would receive now; read without the write
     * lock, so it may be outdated when the order is stored. Stores nothing.
     */
    Exposure exposure(ConditionalInsert request);

    /**
     * Returns the changes, newest first.
     *
     * @param limit 1 to {@link #MAX_CHANGES}
     */
    List<RiskChange> changes(int limit);

    /**
     * Returns the changes made before a time, the latest first. It is longer than the limit only by
     * changes of the same instant as the last one.
     *
     * @param limit 1 to {@link #MAX_CHANGES}
     */
    List<RiskChange> changes(Instant before, int limit);
}

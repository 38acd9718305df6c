package dev.lockstep.domain.port.store;

import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.util.List;

/**
 * Where the limits and the restrictions of trading live: beside the orders, so that every process
 * that stores an order obeys them from the moment at which a change is stored.
 *
 * <p>Implementations are safe for use by several threads. Every method throws {@link
 * RepositoryException}, and nothing else, when the store fails.
 */
public interface RiskControl {
    /** The most changes in one answer. */
    int MAX_CHANGES = 1_000;

    /** The rules in force. */
    RiskRules rules();

    /**
     * Makes a change and keeps it for ever; one that changes nothing is not kept.
     *
     * @return the rules after it
     */
    RiskRules change(RiskChange change);

    /**
     * What the gate of an order would be shown of the book now; read beside the writers, so that it
     * may not hold any more when the order is meant to be stored. Nothing is stored.
     */
    Exposure exposure(ConditionalInsert wish);

    /**
     * What was changed, the last change first.
     *
     * @param limit 1 to {@link #MAX_CHANGES}
     */
    List<RiskChange> changes(int limit);
}

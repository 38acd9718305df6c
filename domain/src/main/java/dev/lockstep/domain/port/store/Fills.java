package dev.lockstep.domain.port.store;

import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.OrderExecutions;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every known execution of the account, each once, of any order. Thread-safe.
 *
 * <p>The stream and the account's activities may name one execution differently. So it is
 * identified by its id, and also by its order and the order's filled quantity after it, which
 * increases with each execution as long as none was corrected.
 *
 * <p>Every method throws {@link RepositoryException} if the store fails.
 */
public interface Fills {
    /**
     * Keeps executions; one that is known stays as it was first reported.
     *
     * @return how many of them are new
     */
    int addAll(List<Fill> fills);

    /**
     * Keeps corrections of executions, also of ones that are not known yet; one that is known by
     * its id, or says what counts already, is left out. Nothing that was stored is changed: what
     * counts is the execution as its last correction has it.
     *
     * @return those that are new
     */
    List<FillCorrection> correct(List<FillCorrection> corrections);

    /** Returns the executions of an order as they were reported, by what had traded with each. */
    OrderExecutions executions(BrokerOrderId id);

    /** Returns the same for several orders; also for those without executions. */
    default Map<BrokerOrderId, OrderExecutions> executions(Set<BrokerOrderId> ids) {
        Map<BrokerOrderId, OrderExecutions> executions = new HashMap<>();
        ids.forEach(id -> executions.put(id, executions(id)));
        return executions;
    }

    /** Returns the executions of an order that count, by what had traded with each. */
    default List<Fill> of(BrokerOrderId id) {
        return executions(id).current();
    }

    /**
     * Returns the executions that count, from a time on up to another one, both included, oldest
     * first.
     */
    List<Fill> between(Instant from, Instant to);

    /**
     * Returns the time, by the broker's clock, up to which all executions were fetched, regardless
     * of later stream events; empty before the first fetch.
     */
    Optional<Instant> completeUntil();

    /**
     * Notes up to when the broker was asked for all; an earlier time than noted changes nothing.
     */
    void completeUntil(Instant time);
}

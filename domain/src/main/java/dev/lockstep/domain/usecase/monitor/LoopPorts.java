package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;

/**
 * What the trading loop works on. Where several processes could run one, what it writes to is
 * fenced by the lease that this one holds.
 *
 * @param repository the orders
 * @param incidents what a person must know of
 * @param fills every execution that was ever heard of
 * @param loopReports where it reports
 * @param riskControl what holds orders back
 * @param broker the broker
 * @param history the broker's books, in which executions are asked for
 * @param stream the broker's live news
 * @param ids where the ids of new legs come from
 * @param inspection how the store fares
 */
public record LoopPorts(
        OrderRepository repository,
        Incidents incidents,
        Fills fills,
        LoopReports loopReports,
        RiskControl riskControl,
        Broker broker,
        AccountHistory history,
        ExecutionReports stream,
        OrderIds ids,
        StoreInspection inspection) {
    /** Ports on a store of which nothing is to be watched. */
    public LoopPorts(
            OrderRepository repository,
            Incidents incidents,
            Fills fills,
            LoopReports loopReports,
            RiskControl riskControl,
            Broker broker,
            AccountHistory history,
            ExecutionReports stream,
            OrderIds ids) {
        this(
                repository,
                incidents,
                fills,
                loopReports,
                riskControl,
                broker,
                history,
                stream,
                ids,
                StoreInspection.UNWATCHED);
    }
}

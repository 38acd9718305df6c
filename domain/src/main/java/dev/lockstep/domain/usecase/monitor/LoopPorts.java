package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;

/**
 * The ports of the trading loop. If several processes could run one, the writes are fenced by the
 * lease of this one.
 *
 * @param repository the orders
 * @param feed the events of all orders
 * @param incidents the incidents
 * @param fills the known executions
 * @param loopReports stores the loop's reports
 * @param riskControl limits and restrictions
 * @param broker the broker
 * @param history the account history, with the executions
 * @param stream the broker's stream
 * @param market prices, for the limits of orders that the loop sends
 * @param assets the broker's instruments
 * @param ids creates the ids of legs
 * @param inspection the state of the store
 */
public record LoopPorts(
        OrderRepository repository,
        OrderFeed feed,
        Incidents incidents,
        Fills fills,
        LoopReports loopReports,
        RiskControl riskControl,
        Broker broker,
        AccountHistory history,
        ExecutionReports stream,
        MarketData market,
        Assets assets,
        OrderIds ids,
        StoreInspection inspection) {
    /** Ports without prices and instruments, on a store of which nothing is to be watched. */
    public LoopPorts(
            OrderRepository repository,
            OrderFeed feed,
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
                feed,
                incidents,
                fills,
                loopReports,
                riskControl,
                broker,
                history,
                stream,
                MarketData.unavailable(),
                Assets.unavailable(),
                ids,
                StoreInspection.UNWATCHED);
    }
}

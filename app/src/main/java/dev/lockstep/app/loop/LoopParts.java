package dev.lockstep.app.loop;

import dev.lockstep.app.config.Timings;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.TradingRestrictor;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;

/**
 * The dependencies of the trading loop.
 *
 * @param lease decides which process runs it
 * @param feed the events of all orders
 * @param incidents the incidents of the watchdog, which needs no lease
 * @param loopReports the last report of any process's loop
 * @param restrictor applies the watchdog's restrictions
 * @param riskControl the limits and restrictions
 * @param broker the broker
 * @param history the account history of the broker
 * @param stream the broker's live events
 * @param market prices, for the limits of orders that the loop sends
 * @param assets the broker's instruments
 * @param ids creates the ids of legs
 * @param inspection the state of the store
 * @param schedule the intervals of the loop
 * @param policy the limits for unanswered orders
 * @param timings the timeouts for this broker
 * @param clock the time
 * @param pause waits
 */
public record LoopParts(
        TradingLease lease,
        OrderFeed feed,
        Incidents incidents,
        LoopReports loopReports,
        TradingRestrictor restrictor,
        RiskControl riskControl,
        Broker broker,
        AccountHistory history,
        ExecutionReports stream,
        MarketData market,
        Assets assets,
        OrderIds ids,
        StoreInspection inspection,
        LoopSchedule schedule,
        RecoveryPolicy policy,
        Timings timings,
        PlatformClock clock,
        Pause pause) {
    /**
     * Returns the ports of the owner of a lease: once another owner took it, writes are refused.
     */
    LoopPorts ports(Lease held) {
        return new LoopPorts(
                lease.repository(held),
                feed,
                lease.incidents(held),
                lease.fills(held),
                lease.loopReports(held),
                riskControl,
                broker,
                history,
                stream,
                market,
                assets,
                ids,
                inspection);
    }
}

package dev.lockstep.app.loop;

import dev.lockstep.app.config.Timings;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.TradingRestrictor;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;

/**
 * What running the trading loop needs.
 *
 * @param lease decides which process runs it
 * @param incidents what a person must know of, for the watchdog, which needs no lease
 * @param loopReports the last report of any process's loop
 * @param brake what the watchdog holds trading back with
 * @param riskControl what holds orders back
 * @param broker the broker
 * @param history the broker's books
 * @param stream the broker's live news
 * @param ids where the ids of new legs come from
 * @param inspection how the store fares
 * @param schedule how often the loop does what
 * @param policy how long an order without an answer is waited for, and wanted
 * @param timings how long things may take at this broker
 * @param clock the time
 * @param pause how to wait
 */
public record LoopParts(
        TradingLease lease,
        Incidents incidents,
        LoopReports loopReports,
        TradingRestrictor brake,
        RiskControl riskControl,
        Broker broker,
        AccountHistory history,
        ExecutionReports stream,
        OrderIds ids,
        StoreInspection inspection,
        LoopSchedule schedule,
        RecoveryPolicy policy,
        Timings timings,
        PlatformClock clock,
        Pause pause) {
    /** What the owner of a lease works on: once another owner took it, nothing is written. */
    LoopPorts ports(Lease held) {
        return new LoopPorts(
                lease.repository(held),
                lease.incidents(held),
                lease.fills(held),
                lease.loopReports(held),
                riskControl,
                broker,
                history,
                stream,
                ids,
                inspection);
    }
}

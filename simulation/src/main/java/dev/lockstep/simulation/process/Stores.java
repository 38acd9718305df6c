package dev.lockstep.simulation.process;

import com.google.inject.Injector;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.AuditTrail;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.simulation.memory.MemoryDatabase;
import dev.lockstep.simulation.memory.MemoryLease;

/**
 * The ports of one open database.
 *
 * @param orders the orders
 * @param incidents what a person must know of
 * @param fills the executions
 * @param loopReports where loops report
 * @param lease who runs the loop
 * @param risk what holds orders back
 * @param inspection the database's own health
 * @param auditTrail the hash chain
 * @param feed the changes of orders
 * @param tag the database's name inside client order ids
 */
public record Stores(
        OrderRepository orders,
        Incidents incidents,
        Fills fills,
        LoopReports loopReports,
        TradingLease lease,
        RiskControl risk,
        StoreInspection inspection,
        AuditTrail auditTrail,
        OrderFeed feed,
        InstanceTag tag) {
    private static final InstanceTag MEMORY = new InstanceTag("simulated");

    /** Returns the ports of a store in memory; there is no chain of hashes in it to verify. */
    static Stores of(MemoryDatabase memory, PlatformClock clock) {
        return new Stores(
                memory.orders(),
                memory.incidents(),
                memory.fills(),
                memory.loopReports(),
                new MemoryLease(memory, clock),
                memory.orders(),
                StoreInspection.UNWATCHED,
                _ -> new AuditVerdict.Intact(ChainHead.START, 0, ChainHead.START),
                memory.orders(),
                MEMORY);
    }

    static Stores of(Injector injector) {
        return new Stores(
                injector.getInstance(OrderRepository.class),
                injector.getInstance(Incidents.class),
                injector.getInstance(Fills.class),
                injector.getInstance(LoopReports.class),
                injector.getInstance(TradingLease.class),
                injector.getInstance(RiskControl.class),
                injector.getInstance(StoreInspection.class),
                injector.getInstance(AuditTrail.class),
                injector.getInstance(OrderFeed.class),
                injector.getInstance(InstanceTag.class));
    }

    Stores around(CallPoints points) {
        return new Stores(
                points.around(OrderRepository.class, orders),
                points.around(Incidents.class, incidents),
                points.around(Fills.class, fills),
                points.around(LoopReports.class, loopReports),
                points.around(TradingLease.class, lease),
                points.around(RiskControl.class, risk),
                inspection,
                auditTrail,
                feed,
                tag);
    }
}

package dev.lockstep.domain.usecase.loop;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.LoopReport.GoodSync;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.monitor.ConfirmedTwice;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.monitor.SyncIncidents;
import dev.lockstep.domain.usecase.monitor.UnreadableIncidents;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.domain.usecase.sync.SyncResult;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Syncs, reports when the last good sync was, and keeps an incident for what a sync cannot do. */
final class SyncJob {
    /** The subject of the incident of all external orders. */
    private static final String ACCOUNT = "account";

    private final String owner;
    private final LoopPorts ports;
    private final IncidentBook incidents;
    private final LoopSchedule schedule;
    private final InstantSource clock;
    private final Consumer<LoopEvent> events;
    private final SyncOrders syncOrders;
    private final ConfirmedTwice externalConfirmation = new ConfirmedTwice();
    private final UnreadableIncidents unreadable;
    private final SyncIncidents syncFindings;

    SyncJob(
            String owner,
            LoopPorts ports,
            IncidentBook incidents,
            LoopSchedule schedule,
            InstantSource clock,
            Consumer<LoopEvent> events) {
        this.owner = owner;
        this.ports = ports;
        this.incidents = incidents;
        this.unreadable = new UnreadableIncidents(incidents);
        this.schedule = schedule;
        this.clock = clock;
        this.events = events;
        this.syncFindings = new SyncIncidents(incidents, ports.repository());
        this.syncOrders = new SyncOrders(ports.repository(), ports.broker(), ports.ids(), clock);
    }

    void sync() {
        switch (syncOrders.sync()) {
            case SyncResult.Completed completed -> completed(completed);
            case SyncResult.Failed failed -> failed(failed.fault().text());
        }
    }

    private void completed(SyncResult.Completed result) {
        Duration took = Duration.between(result.at(), clock.instant());
        report(new GoodSync(result.at(), took, result.changed().size()), "");
        events.accept(new LoopEvent.Synced(result, took));
        result.changed()
                .forEach(order ->
                        events.accept(new LoopEvent.OrderChanged(order, LoopEvent.Source.SYNC)));
        settleExternal(result);
        unreadable.settle(UnreadableItem.Kind.ORDER, result.unreadable());
        incidents.settle(
                IncidentKind.ORDER_MISSING,
                result.missing().stream()
                        .collect(Collectors.toMap(order -> order.id().value(), SyncJob::missing)),
                "the broker shows it, or it is closed");
        incidents.settle(IncidentKind.BROKER_ORDER_CONFLICT, refused(result), "both agree again");
        syncFindings.settle(result.findings());
    }

    /**
     * Maintains one incident for all external orders, written again only if their number changes. A
     * leg is stored a moment after the broker creates it, so a single check opens no incident.
     */
    private void settleExternal(SyncResult.Completed result) {
        Set<String> external =
                result.external().stream()
                        .map(there -> there.brokerOrderId().value())
                        .collect(Collectors.toSet());
        Set<String> confirmed = externalConfirmation.confirmed(external);
        boolean open = incidents.subjects(IncidentKind.EXTERNAL_ORDER).contains(ACCOUNT);
        int count = open ? external.size() : confirmed.size();
        incidents.settle(
                IncidentKind.EXTERNAL_ORDER,
                count == 0 ? Map.of() : Map.of(ACCOUNT, external(count)),
                "no external order is open any more");
    }

    private void failed(String why) {
        report(lastGood(), why);
        events.accept(new LoopEvent.SyncFailed(why));
    }

    private @Nullable GoodSync lastGood() {
        return ports.loopReports().last().map(LoopReport::goodSync).orElse(null);
    }

    private void report(@Nullable GoodSync good, String trouble) {
        StreamStatus stream = ports.stream().status();
        Instant now = clock.instant();
        Instant staleAt = good == null ? now : good.at().plus(schedule.staleAfter());
        ports.loopReports()
                .write(
                        new LoopReport(
                                owner,
                                now,
                                good,
                                staleAt,
                                trouble,
                                stream.state(),
                                stream.since()));
    }

    private static Map<String, String> refused(SyncResult.Completed result) {
        Map<String, String> refused = new TreeMap<>();
        for (UpdateOutcome outcome : result.notChanged()) {
            if (outcome instanceof UpdateOutcome.Refused(var id, var text)) {
                refused.put(id.value(), text);
            }
        }
        return refused;
    }

    private static String missing(Order order) {
        return "the broker named it "
                + order.brokerOrderId()
                + " and shows it no more; it stays "
                + ShownValue.of(order.status())
                + " here, with "
                + order.cumQty()
                + " traded";
    }

    private static String external(int count) {
        return count
                + (count == 1 ? " open order was" : " open orders were")
                + " not sent by Lockstep. 'lockstep order list --external' lists them. Adopt one by"
                + " its broker id, or leave it.";
    }
}

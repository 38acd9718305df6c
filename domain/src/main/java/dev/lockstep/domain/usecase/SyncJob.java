package dev.lockstep.domain.usecase;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.LoopReport;
import dev.lockstep.domain.port.LoopReport.GoodSync;
import dev.lockstep.domain.port.StreamStatus;
import dev.lockstep.domain.port.UpdateOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Syncs, reports when the last good sync was, and keeps an incident for what a sync cannot do. */
final class SyncJob {
    private final String owner;
    private final LoopPorts ports;
    private final IncidentBook incidents;
    private final LoopSchedule schedule;
    private final InstantSource clock;
    private final Consumer<LoopEvent> events;
    private final SyncOrders syncOrders;
    private final TwoLooks externalLooks = new TwoLooks();

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
        this.schedule = schedule;
        this.clock = clock;
        this.events = events;
        this.syncOrders = new SyncOrders(ports.repository(), ports.broker(), clock);
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
        incidents.settle(
                IncidentKind.ORDER_MISSING,
                result.missing().stream()
                        .collect(Collectors.toMap(order -> order.id().value(), SyncJob::missing)),
                "the broker shows it, or it is closed");
        incidents.settle(IncidentKind.BROKER_ORDER_CONFLICT, refused(result), "both agree again");
    }

    /** A leg is stored a moment after the broker made it, so one look is not enough. */
    private void settleExternal(SyncResult.Completed result) {
        Map<String, BrokerOrder> external =
                result.external().stream()
                        .collect(
                                Collectors.toMap(
                                        there -> there.brokerOrderId().value(),
                                        Function.identity(),
                                        (one, _) -> one,
                                        TreeMap::new));
        Set<String> believed = new HashSet<>(externalLooks.confirmed(external.keySet()));
        believed.addAll(incidents.subjects(IncidentKind.EXTERNAL_ORDER));
        external.keySet().retainAll(believed);
        incidents.settle(
                IncidentKind.EXTERNAL_ORDER,
                external.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> external(entry.getValue()))),
                "it works no more, or it was adopted");
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
                + order.status()
                + " here, with "
                + order.cumQty()
                + " traded";
    }

    private static String external(BrokerOrder there) {
        return there.side()
                + " "
                + there.amount()
                + " "
                + there.symbol()
                + ", "
                + there.status().word()
                + ", sent elsewhere under "
                + there.clientOrderId()
                + "; adopt it by its broker id, or leave it";
    }
}

package dev.lockstep.domain.usecase.loop;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.usecase.cancel.ResolvePendingChanges;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.executions.ReduceBustedExits;
import dev.lockstep.domain.usecase.exit.TriggerHeldOrders;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.usecase.monitor.ListedPositions;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.monitor.WatchCloses;
import dev.lockstep.domain.usecase.monitor.WatchLateOrders;
import dev.lockstep.domain.usecase.monitor.WatchProtection;
import dev.lockstep.domain.usecase.monitor.WatchRefusals;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.query.StoredAges;
import dev.lockstep.domain.usecase.recover.Ages;
import dev.lockstep.domain.usecase.recover.Resolution;
import dev.lockstep.domain.usecase.recover.ResolveInTurns;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.reverse.ReversePosition;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.value.ShownValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Looks up orders and changes that have been unanswered for a while, opens incidents for those that
 * stay unanswered for too long, and continues locally held exits, closes and reversals.
 */
final class InFlightCheck {
    private final IncidentBook incidents;
    private final LoopSchedule schedule;
    private final Consumer<LoopEvent> events;
    private final ResolveInTurns resolveInTurns;
    private final ResolvePendingChanges settleChanges;
    private final ReduceBustedExits reduceBustedExits;
    private final TriggerHeldOrders releaseWaiting;
    private final ClosePosition closePosition;
    private final ReversePosition reversePosition;
    private final CloseBackoff closeBackoff;
    private final WatchProtection watchProtection;
    private final WatchCloses watchCloses;
    private final WatchLateOrders watchLateOrders;
    private final WatchRefusals watchRefusals;
    private final Ages ages;
    private final StoredAges storedAges;

    InFlightCheck(
            LoopPorts ports,
            IncidentBook incidents,
            ListedPositions positions,
            LoopSchedule schedule,
            RecoveryPolicy policy,
            PlatformClock clock,
            Consumer<LoopEvent> events) {
        this.incidents = incidents;
        this.schedule = schedule;
        this.events = events;
        this.resolveInTurns =
                new ResolveInTurns(
                        new ResolveUnknown(
                                ports.repository(),
                                ports.riskControl(),
                                ports.broker(),
                                ports.ids(),
                                clock,
                                policy),
                        clock);
        this.settleChanges =
                new ResolvePendingChanges(
                        ports.repository(),
                        ports.broker(),
                        clock,
                        schedule.cancelAgainAfter(),
                        schedule.inFlightAfter());
        this.reduceBustedExits = new ReduceBustedExits(ports, incidents, clock);
        this.releaseWaiting =
                new TriggerHeldOrders(ports.repository(), ports.broker(), ports.ids(), clock);
        this.closePosition =
                new ClosePosition(ports.repository(), ports.broker(), ports.ids(), clock);
        this.reversePosition =
                new ReversePosition(
                        ports.repository(),
                        ports.broker(),
                        ports.ids(),
                        clock,
                        new MarketWatch(ports.broker(), ports.market(), clock),
                        ports.assets());
        this.closeBackoff = new CloseBackoff(ports.repository(), clock);
        this.watchProtection = new WatchProtection(ports, incidents, clock);
        this.ages = new Ages(clock);
        this.storedAges = new StoredAges(clock);
        this.watchRefusals = new WatchRefusals(ports.repository(), incidents, clock);
        this.watchLateOrders = new WatchLateOrders(ports, incidents, clock);
        this.watchCloses = new WatchCloses(ports, incidents, positions, clock);
    }

    void check() {
        Resolution resolution = resolveInTurns.pass(schedule.inFlightAfter());
        resolution.settled().forEach(this::settled);
        ResolvePendingChanges.Pass changes = settleChanges.pass();
        changes.settled().forEach(this::settled);
        reduceBustedExits.reduce().forEach(this::settled);
        // An exit that expires now is an incident before it ends, so that a crash loses neither.
        watchProtection.check();
        releaseWaiting.release().forEach(this::settled);
        if (closeBackoff.due()) {
            closePosition.resume().forEach(this::settled);
            reversePosition.resume().forEach(this::settled);
        }
        incidents.settle(
                IncidentKind.ORDER_UNRESOLVED, unresolvedForLong(resolution), "it is settled");
        incidents.settle(
                IncidentKind.CHANGE_UNCONFIRMED,
                unconfirmedForLong(changes.unconfirmed()),
                "the broker confirmed it, or the order ended");
        watchLateOrders.check().forEach(this::settled);
        watchRefusals.check();
        watchProtection.check();
        watchCloses.check();
    }

    private void settled(Order order) {
        events.accept(new LoopEvent.OrderChanged(order, LoopEvent.Source.QUESTION));
    }

    private Map<String, String> unresolvedForLong(Resolution resolution) {
        ages.retain(resolution.unresolved().stream().map(left -> left.order().id()).toList());
        Map<String, String> late = new TreeMap<>();
        for (Resolution.Unresolved left : resolution.unresolved()) {
            Order order = left.order();
            if (late(order)) {
                late.put(order.id().value(), text(left));
            }
        }
        return late;
    }

    private Map<String, String> unconfirmedForLong(List<Order> unconfirmed) {
        return unconfirmed.stream()
                .filter(order -> late(order, order.updatedAt()))
                .collect(
                        Collectors.toMap(
                                order -> order.id().value(),
                                InFlightCheck::unconfirmed,
                                (one, _) -> one,
                                TreeMap::new));
    }

    private static String unconfirmed(Order order) {
        String change = order.status() == OrderStatus.PENDING_REPLACE ? "replacement" : "cancel";
        return "The broker has not confirmed the "
                + change
                + " requested before "
                + ShownValue.seconds(order.updatedAt())
                + " and reports the order as "
                + order.state().brokerStatus()
                + ". The request is repeated until the order ends; check it at the broker.";
    }

    /** Each claim makes a new version, so that the age since the intent counts too. */
    private boolean late(Order order) {
        return ages.reached(order, schedule.unresolvedAlarm()) || late(order, order.createdAt());
    }

    private boolean late(Order order, Instant since) {
        return storedAges.reached(order.id().value(), since, schedule.unresolvedAlarm());
    }

    private static String text(Resolution.Unresolved left) {
        Order order = left.order();
        return "unanswered; the broker may have it, since "
                + ShownValue.seconds(order.createdAt())
                + " ("
                + ShownValue.of(order.status())
                + "): "
                + left.text();
    }
}

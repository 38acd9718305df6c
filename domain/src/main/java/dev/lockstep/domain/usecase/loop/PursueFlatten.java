package dev.lockstep.domain.usecase.loop;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.halt.Flattening;
import dev.lockstep.domain.usecase.halt.HaltTrading;
import dev.lockstep.domain.usecase.halt.Unclosed;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.pursue.AskTimes;
import dev.lockstep.domain.usecase.query.StoredAges;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Pursues the request to close every position until the account is flat or trading is resumed: a
 * pass after growing gaps, and an incident where it takes long.
 */
final class PursueFlatten {
    private static final Duration FIRST_GAP = Duration.ofSeconds(2);
    private static final Duration LONGEST_GAP = Duration.ofSeconds(30);
    private static final String ACCOUNT = "account";

    private final ControlRisk controlRisk;
    private final HaltTrading haltTrading;
    private final IncidentBook incidents;
    private final LoopSchedule schedule;
    private final PlatformClock clock;
    private final StoredAges ages;
    private final Consumer<LoopEvent> events;
    private final AskTimes<Restriction> times = new AskTimes<>(FIRST_GAP, LONGEST_GAP);

    PursueFlatten(
            LoopPorts ports,
            IncidentBook incidents,
            LoopSchedule schedule,
            PlatformClock clock,
            Consumer<LoopEvent> events) {
        this.incidents = incidents;
        this.schedule = schedule;
        this.clock = clock;
        this.ages = new StoredAges(clock);
        this.events = events;
        this.controlRisk = new ControlRisk(ports.riskControl(), clock);
        this.haltTrading =
                new HaltTrading(
                        controlRisk,
                        ports.repository(),
                        ports.broker(),
                        new CancelAll(ports.repository(), ports.broker(), clock),
                        new ClosePosition(ports.repository(), ports.broker(), ports.ids(), clock),
                        new SyncOrders(ports.repository(), ports.broker(), ports.ids(), clock));
    }

    void pass() {
        List<Restriction> request = controlRisk.flattenRequest().stream().toList();
        times.retain(request);
        if (request.isEmpty()) {
            settle(Map.of());
        }
        request.stream().filter(asked -> times.due(asked, clock.nanoTime())).forEach(this::pass);
    }

    private void pass(Restriction request) {
        Flattening pass = haltTrading.flatten();
        times.asked(request, clock.nanoTime());
        switch (pass) {
            case Flattening.NotHeldBack _ -> settle(Map.of());
            case Flattening.Failed failed -> late(request, failed.fault().text());
            case Flattening.Passed passed -> {
                passed.closing().forEach(this::sent);
                if (passed.flat()) {
                    settle(Map.of());
                } else {
                    late(request, left(passed));
                }
            }
        }
    }

    private void sent(Order closing) {
        events.accept(new LoopEvent.OrderChanged(closing, LoopEvent.Source.QUESTION));
    }

    private void late(Restriction request, String left) {
        if (ages.reached(ACCOUNT, request.since(), schedule.unresolvedAlarm())) {
            settle(
                    Map.of(
                            ACCOUNT,
                            "Every position is to be closed since "
                                    + ShownValue.seconds(request.since())
                                    + ", and the account is not flat: "
                                    + left
                                    + ". Close it at the broker, or resume trading."));
        }
    }

    private void settle(Map<String, String> unfinished) {
        incidents.settle(
                IncidentKind.FLATTEN_UNFINISHED, unfinished, "the account is flat, or resumed");
    }

    private static String left(Flattening.Passed passed) {
        List<String> left = new ArrayList<>();
        passed.closing().stream().map(order -> order.terms().symbol().value()).forEach(left::add);
        passed.left().stream().map(Unclosed::symbol).map(Symbol::value).forEach(left::add);
        passed.unreadable().stream().map(UnreadableItem::text).forEach(left::add);
        return String.join(", ", left);
    }
}

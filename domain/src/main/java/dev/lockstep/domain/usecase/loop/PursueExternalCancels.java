package dev.lockstep.domain.usecase.loop;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.pursue.AskTimes;
import dev.lockstep.domain.usecase.query.StoredAges;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pursues the request to cancel every external order until the broker lists none or trading is
 * resumed: a pass after growing gaps, and an incident where it takes long. Requested cancels of
 * single external orders are pursued until each has ended.
 */
final class PursueExternalCancels {
    private static final Duration FIRST_GAP = Duration.ofSeconds(2);
    private static final Duration LONGEST_GAP = Duration.ofSeconds(30);
    private static final int MAX_CANCELS = 50;
    private static final int MAX_NAMED = 5;
    private static final String ACCOUNT = "account";
    private static final CancelScope EVERY_ORDER = new CancelScope(null, null, true);

    private final ControlRisk controlRisk;
    private final CancelAll cancelAll;
    private final Broker broker;
    private final IncidentBook incidents;
    private final LoopSchedule schedule;
    private final PlatformClock clock;
    private final StoredAges ages;
    private final NamedExternalCancels namedCancels;
    private final AskTimes<Restriction> times = new AskTimes<>(FIRST_GAP, LONGEST_GAP);
    private Map<String, String> everyOrder = Map.of();

    PursueExternalCancels(
            LoopPorts ports, IncidentBook incidents, LoopSchedule schedule, PlatformClock clock) {
        this.namedCancels = new NamedExternalCancels(ports, schedule, clock);
        this.controlRisk = new ControlRisk(ports.riskControl(), clock);
        this.cancelAll = new CancelAll(ports.repository(), ports.broker(), clock);
        this.broker = ports.broker();
        this.incidents = incidents;
        this.schedule = schedule;
        this.clock = clock;
        this.ages = new StoredAges(clock);
    }

    void pass() {
        List<Restriction> request = controlRisk.cancelExternalRequest().stream().toList();
        times.retain(request);
        if (request.isEmpty()) {
            everyOrder = Map.of();
        }
        request.stream().filter(asked -> times.due(asked, clock.nanoTime())).forEach(this::pass);
        Map<String, String> unfinished = new TreeMap<>(namedCancels.pass());
        unfinished.putAll(everyOrder);
        incidents.settle(
                IncidentKind.CANCEL_UNFINISHED,
                unfinished,
                "the order has ended, no external order is left, or resumed");
    }

    private void pass(Restriction request) {
        CancelAllResult.Preview there = cancelAll.preview(EVERY_ORDER);
        times.asked(request, clock.nanoTime());
        if (there.externalUnknown() != null) {
            late(request, there.externalUnknown().text());
            return;
        }
        List<String> left = left(there);
        if (left.isEmpty()) {
            controlRisk.lift(Restriction.CANCEL_EXTERNAL, "no external order is left");
            everyOrder = Map.of();
            return;
        }
        for (String id : left.subList(0, Math.min(MAX_CANCELS, left.size()))) {
            broker.cancelAgain(new BrokerOrderId(id));
        }
        late(request, text(left));
    }

    private static List<String> left(CancelAllResult.Preview there) {
        return Stream.concat(
                        there.external().stream()
                                .map(BrokerOrder::brokerOrderId)
                                .map(BrokerOrderId::value),
                        there.unreadable().stream()
                                .map(UnreadableItem::brokerId)
                                .filter(id -> !id.isBlank()))
                .toList();
    }

    private static String text(List<String> left) {
        return left.size()
                + " external orders still work at the broker: "
                + left.stream().limit(MAX_NAMED).collect(Collectors.joining(", "))
                + (left.size() > MAX_NAMED ? ", ..." : "");
    }

    private void late(Restriction request, String left) {
        if (ages.reached(ACCOUNT, request.since(), schedule.unresolvedAlarm())) {
            everyOrder =
                    Map.of(
                            ACCOUNT,
                            "Every external order is to be canceled since "
                                    + ShownValue.seconds(request.since())
                                    + ": "
                                    + left
                                    + ". Cancel them at the broker, or resume trading.");
        }
    }
}

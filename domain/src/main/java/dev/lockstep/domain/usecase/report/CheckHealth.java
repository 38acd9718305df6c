package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.maintenance.JournalSize;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.value.ShownValue;
import dev.lockstep.domain.value.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks the platform by the store alone: any process may call it, and no request is made. An
 * unreadable store throws.
 */
public final class CheckHealth {
    private static final Set<OrderStatus> AT_BROKER =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::mayBeAtBroker)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final Incidents incidents;
    private final LoopReports loopReports;
    private final TradingLease lease;
    private final RiskControl riskControl;
    private final StoreInspection inspection;
    private final InstantSource clock;
    private final Duration unresolvedAlarm;

    /**
     * Builds the use case on its ports.
     *
     * @param unresolvedAlarm how old an order without an answer may grow
     */
    public CheckHealth(
            OrderRepository repository,
            Incidents incidents,
            LoopReports loopReports,
            TradingLease lease,
            RiskControl riskControl,
            StoreInspection inspection,
            InstantSource clock,
            Duration unresolvedAlarm) {
        this.repository = repository;
        this.incidents = incidents;
        this.loopReports = loopReports;
        this.lease = lease;
        this.riskControl = riskControl;
        this.inspection = inspection;
        this.clock = clock;
        this.unresolvedAlarm = unresolvedAlarm;
    }

    /** Runs the check. */
    public Health check() {
        Instant now = clock.instant();
        Optional<LoopReport> loop = loopReports.last();
        List<Order> unresolved =
                new OrderScanner(repository)
                        .listed(
                                OrderQuery.all()
                                        .in(
                                                EnumSet.of(
                                                        OrderStatus.PENDING_SUBMIT,
                                                        OrderStatus.UNKNOWN)));
        Optional<Duration> oldest =
                unresolved.stream()
                        .map(Order::createdAt)
                        .min(Instant::compareTo)
                        .map(since -> Duration.between(since, now));
        List<Incident> open = incidents.list(IncidentQuery.open());
        List<String> problems = new ArrayList<>(ofStore(inspection.health()));
        problems.addAll(ofJournal(inspection.journal()));
        problems.addAll(ofLoop(loop, now));
        oldest.filter(age -> age.compareTo(unresolvedAlarm) > 0)
                .ifPresent(age ->
                        problems.add("an order has had no answer for " + TimeSpan.rough(age)));
        problems.addAll(ofIncidents(open));
        return new Health(
                now,
                problems,
                loop,
                loop.filter(report -> report.fresh(now)).isPresent(),
                lease.current().filter(held -> !held.passed(now)),
                riskControl.rules(),
                unresolved.size(),
                oldest,
                open);
    }

    private static List<String> ofStore(StoreHealth health) {
        return switch (health) {
            case StoreHealth.Sound _ -> List.of();
            case StoreHealth.Halted halted ->
                    List.of(
                            "the store takes no new orders since "
                                    + ShownValue.seconds(halted.since())
                                    + ": "
                                    + halted.text());
        };
    }

    private static List<String> ofJournal(JournalSize journal) {
        return journal.exceeded()
                ? List.of(
                        "the database's journal has "
                                + journal.megabytes()
                                + " MB, more than "
                                + journal.boundMegabytes()
                                + ": "
                                + journal.cause())
                : List.of();
    }

    /** Before the first loop that is a problem only if an order may be at the broker. */
    private List<String> ofLoop(Optional<LoopReport> loop, Instant now) {
        if (loop.isEmpty()) {
            return repository.search(OrderQuery.all().in(AT_BROKER).limit(1)).isEmpty()
                    ? List.of()
                    : List.of("no trading loop has run yet");
        }
        LoopReport report = loop.get();
        List<String> problems = new ArrayList<>();
        if (!report.fresh(now)) {
            problems.add(
                    "no sync has succeeded since "
                            + (report.goodSync() == null
                                    ? "the loop began"
                                    : ShownValue.seconds(report.goodSync().at()))
                            + (report.trouble().isEmpty() ? "" : ": " + report.trouble()));
        } else if (report.stream() != StreamStatus.State.LISTENING) {
            problems.add(
                    "live events have not arrived since "
                            + ShownValue.seconds(report.streamSince()));
        }
        return problems;
    }

    /**
     * That others trade on the account too is no fault of the platform, nor what a person accepts.
     */
    private static List<String> ofIncidents(List<Incident> open) {
        return open.stream()
                .filter(incident -> incident.acknowledgement() == null)
                .filter(incident -> incident.kind() != IncidentKind.EXTERNAL_ORDER)
                .map(incident -> incident.kind() + " " + incident.subject())
                .toList();
    }
}

package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.close.CloseChain;
import dev.lockstep.domain.usecase.query.StoredAges;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Maintains an incident for each position whose requested close does not succeed: it waits for too
 * long, or was refused repeatedly and the position is not gone. It asks the broker for nothing, so
 * it may run often.
 */
public final class WatchCloses {
    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);
    private static final int REFUSALS = 3;

    /** A close that was last tried longer ago than this is no longer considered wanted. */
    private static final Duration WANTED_FOR = Duration.ofHours(1);

    /** More than are refused between two checks. */
    private static final int NEWEST_REFUSALS = 50;

    private final OrderRepository repository;
    private final IncidentBook incidents;
    private final StoredAges ages;
    private final CloseChain closes;
    private final ListedPositions positions;

    /**
     * Builds it on its ports.
     *
     * @param positions the broker's last list of positions
     */
    public WatchCloses(
            LoopPorts ports,
            IncidentBook incidents,
            ListedPositions positions,
            PlatformClock clock) {
        this.positions = positions;
        this.repository = ports.repository();
        this.incidents = incidents;
        this.ages = new StoredAges(clock);
        this.closes = new CloseChain(repository, ports.ids(), clock);
    }

    /** Checks once, and opens or ends the incidents. */
    public void check() {
        Map<String, String> notClosed = new TreeMap<>();
        for (String symbol : candidates()) {
            closes.last(new Symbol(symbol))
                    .flatMap(this::trouble)
                    .ifPresent(text -> notClosed.put(symbol, text));
        }
        incidents.settle(
                IncidentKind.POSITION_NOT_CLOSED,
                notClosed,
                "it was closed, or the close is no longer requested");
    }

    private Set<String> candidates() {
        Set<String> symbols =
                new LinkedHashSet<>(incidents.subjects(IncidentKind.POSITION_NOT_CLOSED));
        OrderQuery newest =
                OrderQuery.all()
                        .in(
                                EnumSet.of(
                                        OrderStatus.WAITING,
                                        OrderStatus.REJECTED,
                                        OrderStatus.NEVER_ACCEPTED))
                        .newestFirst()
                        .of(Kind.CLOSING)
                        .limit(NEWEST_REFUSALS);
        repository.search(newest).stream()
                .forEach(close -> symbols.add(close.terms().symbol().value()));
        return symbols;
    }

    private Optional<String> trouble(Order last) {
        List<Order> unfinished = closes.going(last.terms().symbol());
        return unfinished.isEmpty()
                ? refused(last)
                : unfinished.stream().flatMap(close -> late(close).stream()).findFirst();
    }

    private Optional<String> late(Order close) {
        return close.status() == OrderStatus.WAITING
                        && ages.reached(close.id().value(), close.createdAt(), USUAL_WAIT)
                ? Optional.of(
                        "order "
                                + close.id()
                                + ", since "
                                + ShownValue.seconds(close.createdAt())
                                + ": "
                                + close.state().text())
                : Optional.empty();
    }

    private Optional<String> refused(Order last) {
        int refused = closes.refusedInARow(last);
        return refused < REFUSALS
                        || positions.flat(last.terms().symbol())
                        || ages.reached(last.id().value(), last.updatedAt(), WANTED_FOR)
                ? Optional.empty()
                : Optional.of(
                        "the last "
                                + refused
                                + " closes were refused; order "
                                + last.id()
                                + ": "
                                + last.state().text());
    }
}

package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.close.ReleaseShares.Freed;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what a request to close leads to, from the closes so far and the broker's positions. */
final class CloseDecider {
    private final Broker broker;
    private final CloseChain closes;
    private final RefusalPause pause;
    private final ReleaseShares freeShares;
    private final ClosableShares closable;

    CloseDecider(
            Broker broker,
            CloseChain closes,
            RefusalPause pause,
            ReleaseShares freeShares,
            ClosableShares closable) {
        this.broker = broker;
        this.closes = closes;
        this.pause = pause;
        this.freeShares = freeShares;
        this.closable = closable;
    }

    /**
     * Returns what a request leads to; changes nothing.
     *
     * @throws InvalidValueException if the part is zero or exceeds the position, or if the venue
     *     does not take the price
     */
    CloseDecision decision(CloseRequest request) {
        // Ours are read first: a close that fills while the broker is asked then makes the same
        // key.
        Optional<Order> last = closes.last(request.symbol());
        List<Order> going = closes.going(request.symbol());
        return switch (broker.positions()) {
            case FetchResult.Failed<FetchedList<Position>>(BrokerFault fault) -> failed(fault);
            case FetchResult.Complete<FetchedList<Position>>(FetchedList<Position> positions) ->
                    decision(request, last, going, PositionSnapshot.only(positions));
        };
    }

    private CloseDecision decision(
            CloseRequest request,
            Optional<Order> last,
            List<Order> going,
            PositionSnapshot snapshot) {
        Optional<UnreadableItem> unreadable = snapshot.unreadable(request.symbol());
        if (unreadable.isPresent()) {
            return failed(unreadable.get().fault());
        }
        Optional<RequestedClose> requested = RequestedClose.of(request, snapshot, closable);
        requested.ifPresent(this::check);
        if (last.isPresent() && !going.isEmpty()) {
            return behind(last.get(), ownedBy(request.strategy(), going), requested);
        }
        return requested
                .map(some -> alone(some, last, snapshot))
                .orElseGet(() -> new CloseDecision.Answer(new CloseResult.Gone(request.symbol())));
    }

    private static CloseDecision failed(BrokerFault fault) {
        return new CloseDecision.Answer(new CloseResult.Failed(fault));
    }

    /** A price that the venue does not take is refused before an exit is canceled for it. */
    private void check(RequestedClose some) {
        if (some.terms().type() instanceof OrderType.Limit) {
            for (Denial denial : broker.venue().denials(some.terms())) {
                throw new InvalidValueException(denial.field(), denial.value(), denial.expected());
            }
        }
    }

    private CloseDecision alone(
            RequestedClose some, Optional<Order> last, PositionSnapshot snapshot) {
        NewOrder terms = some.terms();
        Optional<Order> same =
                closes.resting(terms.symbol()).stream().filter(some::answeredBy).findFirst();
        if (same.isPresent()) {
            return new CloseDecision.Answer(new CloseResult.Closing(same.get()));
        }
        Optional<Instant> again = last.flatMap(pause::until);
        if (again.isPresent()) {
            return new CloseDecision.Answer(
                    new CloseResult.Refused(last.orElseThrow(), again.get()));
        }
        List<Freed> plan = freeShares.plan(terms, some.held(), snapshot);
        List<Denial> denials = freeShares.denials(plan);
        return denials.isEmpty()
                ? new CloseDecision.Store(some, last)
                : new CloseDecision.Answer(new CloseResult.Held(holding(plan), denials));
    }

    private static List<Order> holding(List<Freed> plan) {
        return plan.stream().flatMap(freed -> freed.group().members().stream()).toList();
    }

    private CloseDecision behind(
            Order last, List<Order> before, Optional<RequestedClose> requested) {
        List<Order> going = closes.going(last.terms().symbol());
        if (requested.isEmpty()) {
            return before.isEmpty()
                    ? new CloseDecision.Answer(new CloseResult.Gone(last.terms().symbol()))
                    : new CloseDecision.Continue(before.getLast());
        }
        RequestedClose some = requested.get();
        if (going.isEmpty()) {
            return ended(some, before);
        }
        NewOrder terms = some.terms();
        List<Order> alike = going.stream().filter(some::sameKind).toList();
        Optional<Order> same =
                alike.stream()
                        .filter(close -> close.terms().amount().equals(terms.amount()))
                        .findFirst();
        boolean covered = some.coveredBy(alike);
        if (same.isPresent() || (covered && some.wholeRequested())) {
            return new CloseDecision.Continue(same.orElseGet(alike::getLast));
        }
        return !some.wholeRequested() && !alike.isEmpty()
                ? new CloseDecision.Behind(alike.getFirst())
                : new CloseDecision.Store(some, Optional.of(last));
    }

    /** The earlier ones ended while the broker was asked: one of them may be this request. */
    private static CloseDecision ended(RequestedClose some, List<Order> before) {
        Optional<Order> answer = before.stream().filter(some::answeredBy).findFirst();
        if (answer.isPresent()) {
            return new CloseDecision.Continue(answer.get());
        }
        return before.isEmpty()
                ? new CloseDecision.Again()
                : some.busyWith(before.getLast())
                        .<CloseDecision>map(CloseDecision.Answer::new)
                        .orElseGet(CloseDecision.Again::new);
    }

    private static List<Order> ownedBy(@Nullable StrategyId strategy, List<Order> closes) {
        return closes.stream()
                .filter(close -> Objects.equals(close.terms().strategy(), strategy))
                .toList();
    }
}

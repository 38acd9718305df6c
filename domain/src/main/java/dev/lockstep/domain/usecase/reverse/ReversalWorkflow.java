package dev.lockstep.domain.usecase.reverse;

import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.PreTradeRisk;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.pretrade.FlatPosition;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.pretrade.StateCheck;
import dev.lockstep.domain.usecase.query.StoredAges;
import dev.lockstep.domain.usecase.submit.HeldOrders;
import dev.lockstep.domain.usecase.submit.SubmitHeldOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the next step of every reversal: sends the order once its close has filled and nothing is
 * held, and denies it where that cannot happen any more. One that waits records the reason.
 */
final class ReversalWorkflow {
    /** A reversal that waited this long is no longer wanted. */
    private static final Duration MAX_WAIT = Duration.ofDays(1);

    /** The broker's positions lag behind a fill by less. */
    private static final Duration MAX_POSITION_LAG = Duration.ofMinutes(1);

    private final OrderRepository repository;
    private final Broker broker;
    private final PlatformClock clock;
    private final StoredAges ages;
    private final Reversals reversals;
    private final HeldOrders heldOrders;
    private final SubmitHeldOrder submitHeldOrder;

    ReversalWorkflow(
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            MarketWatch watch,
            Assets assets) {
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
        this.ages = new StoredAges(clock);
        this.reversals = new Reversals(repository, ids, clock);
        this.heldOrders = new HeldOrders(repository, broker, ids, clock);
        this.submitHeldOrder = new SubmitHeldOrder(repository, broker, ids, clock, watch, assets);
    }

    /**
     * Takes one step of all reversals.
     *
     * @return the orders that were sent or ended, in their current state
     */
    List<Order> all() {
        List<Order> changed = new ArrayList<>();
        reversals.waiting().forEach(reversal -> step(reversal).ifPresent(changed::add));
        return changed;
    }

    /** Takes one step of a reversal; empty if it waits on, or has changed since it was read. */
    Optional<Order> step(Order reversal) {
        List<Denial> denials = restrictions(reversal);
        if (!denials.isEmpty() && !StateCheck.temporary(denials)) {
            return heldOrders.deny(reversal, Denial.text(denials));
        }
        Optional<Order> close = reversals.close(reversal);
        if (close.isEmpty()) {
            return heldOrders.deny(reversal, "the close that it follows is not stored");
        }
        return another(reversal, close.get())
                .map(other ->
                        heldOrders.deny(reversal, "order " + other.id() + " reverses the position"))
                .orElseGet(() -> after(close.get(), reversal));
    }

    /** While trading is held back a reversal ends at once, so that no resumption sends it. */
    private List<Denial> restrictions(Order reversal) {
        Exposure nothing = Exposure.under(repository.riskControl().rules()).withoutLimits();
        return PreTradeRisk.verdict(reversal.terms(), nothing, MarketView.NOTHING, clock.instant())
                        instanceof Verdict.Denied(List<Denial> denials)
                ? denials
                : List.of();
    }

    private Optional<Order> another(Order reversal, Order close) {
        return reversals.of(close).filter(counted -> !counted.id().equals(reversal.id()));
    }

    private Optional<Order> after(Order close, Order reversal) {
        if (!close.status().closed()) {
            return later(reversal, Reversals.waits(close));
        }
        if (close.status() != OrderStatus.FILLED) {
            return heldOrders.deny(
                    reversal,
                    "the close, order "
                            + close.id()
                            + ", is "
                            + ShownValue.of(close.status())
                            + (close.state().text().isBlank() ? "" : ": ")
                            + close.state().text());
        }
        Optional<PositionSnapshot> snapshot = PositionSnapshot.atPositions(repository, broker);
        if (snapshot.isEmpty()
                || snapshot.get().unreadable(reversal.terms().symbol()).isPresent()) {
            return later(reversal, "waits: the position cannot be fetched");
        }
        NetQuantity held =
                snapshot.get()
                        .position(reversal.terms().symbol())
                        .map(Position::netQty)
                        .orElse(NetQuantity.FLAT);
        return held.equals(NetQuantity.FLAT)
                ? sent(reversal, close, snapshot.get())
                : notYet(reversal, close, "of the position " + held + " is held");
    }

    private Optional<Order> sent(Order reversal, Order close, PositionSnapshot snapshot) {
        SubmitResult result =
                submitHeldOrder.send(
                        reversal,
                        new FlatPosition(reversal.terms().symbol(), close.id(), snapshot),
                        "its close has filled and nothing is held");
        return switch (result) {
            case SubmitResult.Submitted(Order order) -> Optional.of(order);
            case SubmitResult.Unrecorded(Order order, String _) -> Optional.of(order);
            case SubmitResult.Denied(Order order, List<Denial> denials) ->
                    order.status() == OrderStatus.WAITING
                            ? later(order, "waits: " + Denial.text(denials))
                            : Optional.of(order);
            case SubmitResult.AlreadySubmitted(Order order) ->
                    order.version() == reversal.version()
                            ? notYet(
                                    reversal,
                                    close,
                                    "another order of its side may fill, or has just filled")
                            : Optional.empty();
            case SubmitResult.KeyReused _ -> Optional.empty();
        };
    }

    private Optional<Order> notYet(Order reversal, Order close, String why) {
        return ages.reached(close.id().value(), close.updatedAt(), MAX_POSITION_LAG)
                ? heldOrders.deny(
                        reversal,
                        "the close, order " + close.id() + ", has filled, and still " + why)
                : later(reversal, "waits: " + why);
    }

    private Optional<Order> later(Order reversal, String text) {
        if (ages.reached(reversal.id().value(), reversal.createdAt(), MAX_WAIT)) {
            return heldOrders.deny(reversal, "waited for a day in vain; " + text);
        }
        heldOrders.explain(reversal, text);
        return Optional.empty();
    }
}

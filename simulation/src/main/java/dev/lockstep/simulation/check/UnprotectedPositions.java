package dev.lockstep.simulation.check;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.simulation.exchange.ObservedExecution;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds positions that were to be protected and are not: the newest stop on the exit's side was
 * refused, or ended at the exchange without a request from here, while the position was held as it
 * still is.
 *
 * <p>A stop that traded in part, that ended with its linked orders, whose entry opened nothing, or
 * that was refused while another one protected the position is no reason, and an instrument with a
 * stop that waits locally is left out.
 */
final class UnprotectedPositions {
    private static final Set<OrderStatus> REFUSED =
            EnumSet.of(OrderStatus.REJECTED, OrderStatus.NEVER_ACCEPTED);

    private static final Set<OrderStatus> ENDED =
            EnumSet.of(OrderStatus.CANCELED, OrderStatus.EXPIRED);

    private final Findings findings;
    private final OrderTimes times;

    UnprotectedPositions(Findings findings, OrderTimes times) {
        this.findings = findings;
        this.times = times;
    }

    /** Returns the stop that should protect a position; empty for one that is protected. */
    Optional<Order> missingStop(String symbol, BigDecimal held) {
        Side exit = held.signum() > 0 ? Side.SELL : Side.BUY;
        List<Order> stops =
                findings.orders().stream()
                        .filter(order -> order.terms().symbol().value().equals(symbol))
                        .filter(order -> order.terms().side() == exit && protective(order))
                        .toList();
        OptionalLong since = heldSince(symbol, held);
        if (stops.isEmpty()
                || since.isEmpty()
                || stops.stream().anyMatch(stop -> !stop.status().closed() || works(stop))) {
            return Optional.empty();
        }
        return Optional.of(stops.getLast())
                .filter(stop ->
                        refused(stop, stops, since.getAsLong()) || ended(stop, since.getAsLong()));
    }

    private boolean works(Order stop) {
        return findings.there(stop)
                .filter(there -> !OrderChecks.status(there.status()).closed())
                .isPresent();
    }

    private boolean refused(Order stop, List<Order> stops, long since) {
        return REFUSED.contains(stop.status())
                && stop.parent() == null
                && !stop.state().cancelWanted()
                && times.storedAfter(stop.clientOrderId().value(), since)
                && stops.stream().noneMatch(other -> times.overlap(other, stop));
    }

    private boolean ended(Order stop, long since) {
        return ENDED.contains(stop.status())
                && stop.brokerOrderId() != null
                && stop.cumQty().zero()
                && times.endedAfter(stop.brokerOrderId().value(), since)
                && !stop.state().cancelWanted()
                && family(stop).stream().noneMatch(other -> endsByRequestOrTrade(other, stop))
                && !openedNothing(stop);
    }

    private static boolean endsByRequestOrTrade(Order other, Order stop) {
        return (other.status() == OrderStatus.CANCELED && other.state().cancelWanted())
                || (other.terms().side() == stop.terms().side() && !other.cumQty().zero());
    }

    private List<Order> family(Order stop) {
        OrderId top = Objects.requireNonNullElse(stop.parent(), stop.id());
        return findings.orders().stream()
                .filter(order -> !order.id().equals(stop.id()))
                .filter(order -> order.id().equals(top) || top.equals(order.parent()))
                .toList();
    }

    private boolean openedNothing(Order stop) {
        return stop.parent() != null
                && findings.orders().stream()
                        .filter(order -> findings.root(order).id().equals(stop.parent()))
                        .allMatch(order -> order.cumQty().zero());
    }

    /**
     * Returns when our own orders opened the position that they hold now; empty if none did, or if
     * some were not ours from the beginning: when we learned of their trades is not known. After a
     * split the trades do not add up to the position, so it also begins after the account was flat.
     */
    private OptionalLong heldSince(String symbol, BigDecimal held) {
        BigDecimal ours = BigDecimal.ZERO;
        BigDecimal sinceFlat = BigDecimal.ZERO;
        OptionalLong since = OptionalLong.empty();
        boolean learned = false;
        for (ObservedExecution each : findings.market().executions()) {
            Optional<Order> order = findings.ours(each).filter(_ -> each.symbol().equals(symbol));
            if (order.isPresent()) {
                int before = ours.signum();
                int beforeSinceFlat = sinceFlat.signum();
                ours = ours.add(each.signedQty());
                sinceFlat = sinceFlat.add(each.signedQty());
                learned |= order.filter(UnprotectedPositions::learned).isPresent();
                if (ours.signum() != before || sinceFlat.signum() != beforeSinceFlat) {
                    since = OptionalLong.of(each.atNanos());
                }
            }
            if (each.symbol().equals(symbol) && each.positionAfter().signum() == 0) {
                sinceFlat = BigDecimal.ZERO;
            }
        }
        boolean same = ours.signum() == held.signum() && sinceFlat.signum() == held.signum();
        return !learned && same ? since : OptionalLong.empty();
    }

    private static boolean learned(Order order) {
        return Kind.IMPORTED.of(order) || Kind.ADOPTED.of(order);
    }

    private static boolean protective(Order order) {
        return switch (order.terms().type()) {
            case OrderType.Market _, OrderType.Limit _ ->
                    order.terms().orderClass() instanceof OrderClass.OneCancelsOther;
            case OrderType.Stop _, OrderType.StopLimit _, OrderType.TrailingStop _ -> true;
        };
    }
}

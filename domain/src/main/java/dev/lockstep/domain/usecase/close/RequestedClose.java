package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a position that is requested to be closed.
 *
 * @param whole an order for all that might be closed
 * @param held how much that is
 * @param part the requested part
 * @param evidence who requested it
 */
record RequestedClose(NewOrder whole, Quantity held, ClosePart part, Evidence evidence) {
    /** Returns what a request closes of the position; empty if there is nothing to close. */
    static Optional<RequestedClose> of(
            CloseRequest request, PositionSnapshot snapshot, ClosableShares closable) {
        Evidence evidence = Evidence.requested("close position", request.author());
        return snapshot.position(request.symbol())
                .filter(position ->
                        request.exitSide() == null || position.exitSide() == request.exitSide())
                .map(position -> {
                    NewOrder all = CloseTerms.of(position, request);
                    return new RequestedClose(
                            all, closable.of(all, snapshot), request.part(), evidence);
                })
                .filter(some -> !some.held().zero());
    }

    /**
     * Returns the terms of the closing order.
     *
     * @throws dev.lockstep.domain.value.InvalidValueException if the part is zero or exceeds what
     *     is held
     */
    NewOrder terms() {
        return CloseTerms.sized(whole, CloseTerms.quantity(held, part));
    }

    /** Returns whether nothing stays. */
    boolean all() {
        return held.equals(terms().orderQty());
    }

    boolean wholeRequested() {
        return part instanceof ClosePart.Whole;
    }

    /** Returns whether a close is of the same owner and at the same price. */
    boolean sameKind(Order close) {
        return CloseTerms.sameKind(close.terms(), whole);
    }

    /**
     * Returns the result if this has to wait for another close: a part is not closed next to
     * another part; anything else is closed behind the other close.
     */
    Optional<CloseResult> busyWith(Order other) {
        return sameKind(other) && !wholeRequested()
                ? Optional.of(new CloseResult.Busy(other))
                : Optional.empty();
    }

    /** Returns whether this is the request that a close was stored for, which may have ended. */
    boolean answeredBy(Order close) {
        return sameKind(close)
                && switch (part) {
                    // One that rests keeps its size, also when the position has grown since.
                    case ClosePart.Whole _ ->
                            CloseChain.rests(close)
                                    ? coveredBy(List.of(close))
                                    : CloseTerms.all(close) || isQty(close, held);
                    case ClosePart.ByQuantity(Quantity quantity) -> isQty(close, quantity);
                    // Of what is held, or was held before the close has filled.
                    case ClosePart.ByPercentage(BigDecimal _) ->
                            isQty(close, CloseTerms.quantity(held, part))
                                    || isQty(
                                            close,
                                            CloseTerms.quantity(held.plus(close.cumQty()), part));
                };
    }

    /** Returns whether these closes trade all that is held. */
    boolean coveredBy(List<Order> going) {
        return going.stream()
                        .map(close -> Objects.requireNonNullElse(close.leavesQty(), Quantity.ZERO))
                        .reduce(Quantity.ZERO, Quantity::plus)
                        .compareTo(held)
                >= 0;
    }

    private static boolean isQty(Order close, Quantity quantity) {
        return quantity.equals(close.terms().orderQty());
    }
}

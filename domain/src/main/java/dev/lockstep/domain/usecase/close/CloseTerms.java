package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderPurpose.Closing;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** The terms of an order that closes a position or a part of it. */
final class CloseTerms {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private CloseTerms() {}

    /** Returns an order for all of a position, at the market or at a limit. */
    static NewOrder of(Position position, CloseRequest request) {
        NewOrder all =
                new NewOrder(
                        position.symbol(),
                        position.exitSide(),
                        position.size(),
                        request.limit() == null
                                ? new OrderType.Market()
                                : new OrderType.Limit(request.limit()),
                        TimeInForce.DAY);
        return sized(all.with(request.strategy()), position.size());
    }

    /** Returns the same in another size; a limit rests until it is canceled, where it can. */
    static NewOrder sized(NewOrder close, Quantity quantity) {
        boolean rests = close.type() instanceof OrderType.Limit && quantity.whole();
        boolean crypto = close.symbol().assetClass() == AssetClass.CRYPTO;
        return close.with(new OrderAmount.ByQuantity(quantity))
                .with(crypto || rests ? TimeInForce.GTC : TimeInForce.DAY);
    }

    /**
     * Returns the quantity of a part; never more than the position, and whole shares of whole
     * shares.
     *
     * @throws InvalidValueException if the part is zero or exceeds the position
     */
    static Quantity quantity(Quantity held, ClosePart part) {
        Quantity requested =
                switch (part) {
                    case ClosePart.Whole _ -> held;
                    case ClosePart.ByQuantity(Quantity quantity) -> quantity;
                    case ClosePart.ByPercentage(BigDecimal percent) ->
                            new Quantity(
                                    held.value()
                                            .multiply(percent)
                                            .divide(
                                                    HUNDRED,
                                                    Math.max(0, held.value().scale()),
                                                    RoundingMode.DOWN));
                };
        if (requested.zero() && part instanceof ClosePart.ByPercentage(BigDecimal percent)) {
            throw new InvalidValueException(
                    "percent", percent, "a quantity that can be traded of the position, " + held);
        }
        if (requested.zero() || requested.compareTo(held) > 0) {
            throw new InvalidValueException(
                    "qty", requested, "> 0 and at most the position, " + held);
        }
        return requested;
    }

    /** Returns the text of a requested close while it waits. */
    static String text(boolean all, Quantity quantity) {
        return all ? "closes all" : "closes " + quantity;
    }

    private static Quantity quantity(Order close) {
        return Objects.requireNonNull(close.terms().orderQty(), "by quantity");
    }

    /** Returns the same with what it waits for. */
    static String text(Order request, String waitsFor) {
        return text(all(request), quantity(request)) + ", waits: " + waitsFor;
    }

    /** Returns whether two closes of a position are of the same owner and at the same price. */
    static boolean sameKind(NewOrder close, NewOrder other) {
        return Objects.equals(close.strategy(), other.strategy())
                && close.type().equals(other.type());
    }

    /** Returns whether an order closes the whole position. */
    static boolean all(Order request) {
        return request.purpose() instanceof Closing closing && closing.whole();
    }
}

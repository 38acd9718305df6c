package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What an order that closes a position, or a part of it, is for. */
final class CloseTerms {
    /** How the text of a wish begins that is for all there is, however much that is then. */
    private static final String ALL = "closes all";

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private CloseTerms() {}

    static NewOrder of(Position position, Quantity quantity, @Nullable StrategyId strategy) {
        return new NewOrder(
                        position.symbol(),
                        position.exitSide(),
                        quantity,
                        new OrderType.Market(),
                        position.symbol().assetClass() == AssetClass.CRYPTO
                                ? TimeInForce.GTC
                                : TimeInForce.DAY)
                .with(strategy);
    }

    /**
     * Never more than is held; a share of whole shares is whole shares.
     *
     * @throws InvalidValueException if the part is none of what is held, or more than it
     */
    static Quantity quantity(Quantity held, ClosePart part) {
        Quantity wanted =
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
        if (wanted.zero() || wanted.compareTo(held) > 0) {
            throw new InvalidValueException(
                    "quantity", wanted, "> 0 and at most the position, " + held);
        }
        return wanted;
    }

    /** What a wish says of itself while it waits. */
    static String text(boolean all, Quantity quantity) {
        return all ? ALL : "closes " + quantity;
    }

    /** The same with what it waits for. */
    static String text(Order wish, String waitsFor) {
        return (all(wish) ? ALL : "closes " + wish.terms().orderQty()) + ", waits: " + waitsFor;
    }

    /** Whether a wish that waits is for all there is. */
    static boolean all(Order wish) {
        return wish.state().text().startsWith(ALL);
    }
}

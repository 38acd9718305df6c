package dev.lockstep.domain.usecase.reverse;

import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import java.math.RoundingMode;
import java.util.List;

/** The terms of an order that opens the other direction of a position. */
final class ReversalTerms {
    private ReversalTerms() {}

    /** Returns an order at the market, in whole shares: a part of one cannot be sold short. */
    static NewOrder of(Position position) {
        return new NewOrder(
                position.symbol(),
                position.exitSide(),
                wholeShares(position),
                new OrderType.Market(),
                TimeInForce.DAY);
    }

    /** Returns why a position has no other direction; empty if it has. */
    static List<Denial> denials(Position position) {
        if (position.symbol().assetClass() == AssetClass.CRYPTO) {
            return List.of(
                    new Denial(
                            DenialReason.NOT_SHORTABLE,
                            "symbol",
                            position.symbol().value(),
                            "positions in shares"));
        }
        return wholeShares(position).zero()
                ? List.of(
                        new Denial(
                                DenialReason.FRACTIONAL_QUANTITY,
                                "qty",
                                position.size().toString(),
                                "a position of at least one whole share"))
                : List.of();
    }

    private static Quantity wholeShares(Position position) {
        return new Quantity(position.size().value().setScale(0, RoundingMode.DOWN));
    }
}

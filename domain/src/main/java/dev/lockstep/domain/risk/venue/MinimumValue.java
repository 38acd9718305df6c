package dev.lockstep.domain.risk.venue;

import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.risk.denial.DenialCollector;
import dev.lockstep.domain.risk.denial.DenialReason;
import java.util.Optional;

/** The least that an order may be worth: ten dollars for coins, one dollar to buy shares. */
final class MinimumValue {
    private static final Money COINS = Money.of("10");
    private static final Money SHARES = Money.of("1");

    private MinimumValue() {}

    static Money of(NewOrder order) {
        return order.symbol().assetClass() == AssetClass.CRYPTO ? COINS : SHARES;
    }

    /** Refuses an order that says itself that it is worth too little. */
    static void check(NewOrder order, DenialCollector denials) {
        if (order.symbol().assetClass() != AssetClass.CRYPTO && order.side() == Side.SELL) {
            return;
        }
        Money least = of(order);
        stated(order)
                .ifPresent(value ->
                        denials.require(
                                value.compareTo(least) >= 0,
                                DenialReason.MINIMUM_VALUE,
                                order.amount() instanceof OrderAmount.ByCash ? "notional" : "value",
                                value,
                                ">= " + least));
    }

    /** Returns the value of the order by its own price or dollar amount, if it has one. */
    private static Optional<Money> stated(NewOrder order) {
        return switch (order.amount()) {
            case OrderAmount.ByCash cash -> Optional.of(cash.cashOrderQty());
            case OrderAmount.ByQuantity quantity ->
                    switch (order.type()) {
                        case OrderType.Limit limit ->
                                Optional.of(limit.limitPrice().times(quantity.orderQty()));
                        case OrderType.StopLimit both ->
                                Optional.of(both.limitPrice().times(quantity.orderQty()));
                        case OrderType.Market _ -> Optional.empty();
                        case OrderType.Stop _ -> Optional.empty();
                        case OrderType.TrailingStop _ -> Optional.empty();
                    };
        };
    }
}

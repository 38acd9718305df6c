package dev.lockstep.app.form;

import dev.lockstep.domain.instrument.PriceIncrement;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.id.IdempotencyKey;
import java.util.Optional;

/**
 * A valid order request.
 *
 * @param terms the terms
 * @param key the idempotency key, if given
 */
public record OrderRequest(NewOrder terms, Optional<IdempotencyKey> key) {

    /**
     * Returns the same with each price rounded to the nearest price that may be traded, for a
     * caller that requests it.
     */
    public OrderRequest rounded() {
        PriceIncrement increment = PriceIncrement.of(terms.symbol().assetClass());
        OrderType type =
                switch (terms.type()) {
                    case OrderType.Market market -> market;
                    case OrderType.Limit limit ->
                            new OrderType.Limit(rounded(increment, limit.limitPrice()));
                    case OrderType.Stop stop ->
                            new OrderType.Stop(rounded(increment, stop.stopPx()));
                    case OrderType.StopLimit both ->
                            new OrderType.StopLimit(
                                    rounded(increment, both.stopPx()),
                                    rounded(increment, both.limitPrice()));
                    case OrderType.TrailingStop trailing -> trailing;
                };
        OrderClass orderClass =
                switch (terms.orderClass()) {
                    case OrderClass.Simple simple -> simple;
                    case OrderClass.Bracket(var profit, var loss) ->
                            new OrderClass.Bracket(
                                    rounded(increment, profit), rounded(increment, loss));
                    case OrderClass.OneCancelsOther(var loss) ->
                            new OrderClass.OneCancelsOther(rounded(increment, loss));
                    case OrderClass.OneTriggersOther(ExitLeg.TakeProfit profit) ->
                            new OrderClass.OneTriggersOther(rounded(increment, profit));
                    case OrderClass.OneTriggersOther(ExitLeg.StopLoss loss) ->
                            new OrderClass.OneTriggersOther(rounded(increment, loss));
                };
        return new OrderRequest(terms.with(type).with(orderClass), key);
    }

    private static ExitLeg.TakeProfit rounded(PriceIncrement increment, ExitLeg.TakeProfit profit) {
        return new ExitLeg.TakeProfit(rounded(increment, profit.limitPrice()));
    }

    private static ExitLeg.StopLoss rounded(PriceIncrement increment, ExitLeg.StopLoss loss) {
        Price limitPrice = loss.limitPrice();
        return new ExitLeg.StopLoss(
                rounded(increment, loss.stopPx()),
                limitPrice == null ? null : rounded(increment, limitPrice));
    }

    private static Price rounded(PriceIncrement increment, Price price) {
        return increment.allows(price) ? price : increment.nearest(price);
    }
}

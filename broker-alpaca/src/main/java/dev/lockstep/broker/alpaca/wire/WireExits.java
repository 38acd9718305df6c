package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import org.jspecify.annotations.Nullable;

/** Alpaca's JSON format of an order's class and exit legs. */
record WireExits(
        @Nullable String orderClass, @Nullable TakeProfit takeProfit, @Nullable StopLoss stopLoss) {

    static WireExits of(NewOrder terms) {
        return switch (terms.orderClass()) {
            case OrderClass.Simple _ -> new WireExits(null, null, null);
            case OrderClass.Bracket bracket ->
                    new WireExits(
                            "bracket",
                            TakeProfit.at(bracket.takeProfit().limitPrice()),
                            StopLoss.of(bracket.stopLoss()));
            // The limit order is the take-profit; Alpaca requires its price in both fields.
            case OrderClass.OneCancelsOther oco ->
                    new WireExits(
                            "oco",
                            terms.type() instanceof OrderType.Limit limit
                                    ? TakeProfit.at(limit.limitPrice())
                                    : null,
                            StopLoss.of(oco.stopLoss()));
            case OrderClass.OneTriggersOther oto ->
                    switch (oto.exit()) {
                        case ExitLeg.TakeProfit profit ->
                                new WireExits("oto", TakeProfit.at(profit.limitPrice()), null);
                        case ExitLeg.StopLoss loss -> new WireExits("oto", null, StopLoss.of(loss));
                    };
        };
    }

    record TakeProfit(@JsonProperty("limit_price") String limitPrice) {
        static TakeProfit at(Price limitPrice) {
            return new TakeProfit(limitPrice.toString());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StopLoss(
            @JsonProperty("stop_price") String stopPrice,
            @JsonProperty("limit_price") @Nullable String limitPrice) {
        static StopLoss of(ExitLeg.StopLoss loss) {
            Price limitPrice = loss.limitPrice();
            return new StopLoss(
                    loss.stopPx().toString(), limitPrice == null ? null : limitPrice.toString());
        }
    }
}

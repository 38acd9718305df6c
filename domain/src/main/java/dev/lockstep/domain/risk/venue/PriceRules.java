package dev.lockstep.domain.risk.venue;

import dev.lockstep.domain.instrument.PriceIncrement;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialCollector;
import dev.lockstep.domain.risk.denial.DenialReason;
import java.util.List;

/** Every price of an order lies on the steps that the instrument trades in (SEC rule 612). */
final class PriceRules {
    private final PriceIncrement increment;
    private final DenialCollector denials = new DenialCollector();

    private PriceRules(PriceIncrement increment) {
        this.increment = increment;
    }

    static List<Denial> denials(NewOrder order) {
        PriceRules rules = new PriceRules(PriceIncrement.of(order.symbol().assetClass()));
        rules.check(order.type());
        rules.check(order.orderClass());
        return rules.denials.list();
    }

    private void check(OrderType type) {
        switch (type) {
            case OrderType.Market _ -> {}
            case OrderType.Limit limit -> check("limitPrice", limit.limitPrice());
            case OrderType.Stop stop -> check("stopPrice", stop.stopPx());
            case OrderType.StopLimit both -> {
                check("stopPrice", both.stopPx());
                check("limitPrice", both.limitPrice());
            }
            case OrderType.TrailingStop _ -> {}
        }
    }

    private void check(OrderClass orderClass) {
        switch (orderClass) {
            case OrderClass.Simple _ -> {}
            case OrderClass.Bracket bracket -> {
                check(bracket.takeProfit());
                check(bracket.stopLoss());
            }
            case OrderClass.OneCancelsOther oco -> check(oco.stopLoss());
            case OrderClass.OneTriggersOther oto -> check(oto.exit());
        }
    }

    private void check(ExitLeg leg) {
        switch (leg) {
            case ExitLeg.TakeProfit profit -> check("takeProfit", profit.limitPrice());
            case ExitLeg.StopLoss loss -> {
                check("stopLoss", loss.stopPx());
                Price limitPrice = loss.limitPrice();
                if (limitPrice != null) {
                    check("stopLossLimit", limitPrice);
                }
            }
        }
    }

    private void check(String field, Price price) {
        denials.require(
                increment.allows(price),
                DenialReason.PRICE_INCREMENT,
                field,
                price,
                increment.neighbours(price));
    }
}

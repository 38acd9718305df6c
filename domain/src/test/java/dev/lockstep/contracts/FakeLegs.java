package dev.lockstep.contracts;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import java.util.List;

/**
 * The legs that a fake broker makes of an order. One for each class that has some is enough to tell
 * legs from none.
 */
final class FakeLegs {
    private FakeLegs() {}

    static BrokerOrder[] of(Order order) {
        return switch (order.terms().orderClass()) {
            case OrderClass.Simple _ -> new BrokerOrder[0];
            case OrderClass.Bracket bracket ->
                    leg(order, new OrderType.Limit(bracket.takeProfit().limitPrice()));
            case OrderClass.OneCancelsOther oco ->
                    leg(order, new OrderType.Stop(oco.stopLoss().stopPx()));
            case OrderClass.OneTriggersOther oto ->
                    leg(
                            order,
                            switch (oto.exit()) {
                                case ExitLeg.TakeProfit profit ->
                                        new OrderType.Limit(profit.limitPrice());
                                case ExitLeg.StopLoss loss -> new OrderType.Stop(loss.stopPx());
                            });
        };
    }

    private static BrokerOrder[] leg(Order order, OrderType type) {
        NewOrder terms =
                new NewOrder(
                        order.terms().symbol(),
                        Side.SELL,
                        order.terms().amount(),
                        type,
                        order.terms().timeInForce(),
                        TradingHours.REGULAR,
                        new OrderClass.Simple());
        return new BrokerOrder[] {
            new BrokerOrder(
                    new BrokerOrderId("leg-of-" + order.id()),
                    new ClientOrderId("made-by-the-broker-" + order.id()),
                    terms.symbol(),
                    terms.side(),
                    terms.amount(),
                    terms,
                    new ReportedStatus.Known("held", OrderStatus.HELD),
                    Quantity.ZERO,
                    null,
                    SampleOrders.START,
                    SampleOrders.START,
                    List.of())
        };
    }
}

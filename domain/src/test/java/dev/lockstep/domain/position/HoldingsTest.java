package dev.lockstep.domain.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldingsTest {
    private static final Symbol AAPL = new Symbol("AAPL");

    private final SampleOrders sample = new SampleOrders();

    @Test
    void buys_add_and_sells_take_away_also_from_orders_that_were_canceled_later() {
        Holdings holdings =
                Holdings.NONE.plus(
                        List.of(
                                traded(Side.BUY, OrderStatus.FILLED, "10"),
                                traded(Side.SELL, OrderStatus.CANCELED, "2.6")));

        assertThat(holdings.of(AAPL)).isEqualTo(NetQuantity.of("7.4"));
    }

    @Test
    void selling_more_than_was_held_is_short() {
        Holdings holdings =
                Holdings.NONE.plus(List.of(traded(Side.SELL, OrderStatus.FILLED, "10")));

        assertThat(holdings.of(AAPL)).isEqualTo(NetQuantity.of("-10"));
    }

    @Test
    void what_is_flat_is_not_listed() {
        Holdings holdings =
                Holdings.NONE.plus(
                        List.of(
                                traded(Side.BUY, OrderStatus.FILLED, "10"),
                                traded(Side.SELL, OrderStatus.FILLED, "10")));

        assertThat(holdings).isEqualTo(Holdings.NONE);
        assertThat(holdings.of(AAPL).flat()).isTrue();
    }

    private Order traded(Side side, OrderStatus status, String cumQty) {
        Order order =
                sample.intent(
                        new NewOrder(
                                AAPL,
                                side,
                                Quantity.of("10"),
                                new OrderType.Market(),
                                TimeInForce.DAY));
        return order.apply(SampleOrders.report(order, status, cumQty), SampleOrders.START);
    }
}

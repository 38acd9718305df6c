package dev.lockstep.broker.alpaca.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.port.SampleOrders;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What goes out for each type of order, digit for digit. */
final class WireNewOrderTest {
    private final SampleOrders samples = new SampleOrders();

    @Test
    void a_market_order_has_no_price() {
        assertBody(new OrderType.Market(), "\"type\":\"market\",\"time_in_force\":\"day\"");
    }

    @Test
    void a_limit_order_has_a_limit_as_text() {
        assertBody(
                new OrderType.Limit(Price.of("189.50")),
                "\"type\":\"limit\",\"time_in_force\":\"day\",\"limit_price\":\"189.5\"");
    }

    @Test
    void a_stop_order_has_a_stop() {
        assertBody(
                new OrderType.Stop(Price.of("0.0001")),
                "\"type\":\"stop\",\"time_in_force\":\"day\",\"stop_price\":\"0.0001\"");
    }

    @Test
    void a_stop_limit_order_has_both() {
        assertBody(
                new OrderType.StopLimit(Price.of("10"), Price.of("9.99")),
                "\"type\":\"stop_limit\",\"time_in_force\":\"day\",\"limit_price\":\"9.99\",\"stop_price\":\"10\"");
    }

    @Test
    void a_trailing_stop_has_a_price_or_a_percentage() {
        assertBody(
                new OrderType.TrailingStop(new OrderType.Trail.ByPrice(Price.of("1.5"))),
                "\"type\":\"trailing_stop\",\"time_in_force\":\"day\",\"trail_price\":\"1.5\"");
        assertBody(
                new OrderType.TrailingStop(new OrderType.Trail.ByPercent(new BigDecimal("10"))),
                "\"type\":\"trailing_stop\",\"time_in_force\":\"day\",\"trail_percent\":\"10\"");
    }

    private void assertBody(OrderType type, String middle) {
        Order order =
                samples.intent(
                        new NewOrder(
                                new Symbol("BRK.B"),
                                Side.SELL,
                                Quantity.of("100000000.000000001"),
                                type,
                                TimeInForce.DAY));

        assertThat(AlpacaWords.newOrder(order))
                .isEqualTo(
                        "{\"symbol\":\"BRK.B\",\"qty\":\"100000000.000000001\",\"side\":\"sell\","
                                + middle
                                + ",\"client_order_id\":\""
                                + order.clientOrderId()
                                + "\"}");
    }
}

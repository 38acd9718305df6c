package dev.lockstep.broker.alpaca.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.TradingHours;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The exact request body of each order type. */
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

    @Test
    void an_order_by_cash_has_a_notional_and_no_quantity() {
        assertThat(body(tenShares().with(new OrderAmount.ByCash(Money.of("1000.25")))))
                .contains("\"notional\":\"1000.25\"")
                .doesNotContain("qty");
    }

    @Test
    void extended_hours_is_sent_only_if_set() {
        assertThat(body(tenShares().with(TradingHours.EXTENDED)))
                .contains("\"extended_hours\":true");
        assertThat(body(tenShares())).doesNotContain("extended_hours", "order_class");
    }

    @Test
    void a_bracket_has_both_exits() {
        assertThat(
                        body(
                                tenShares()
                                        .with(
                                                new OrderClass.Bracket(
                                                        new ExitLeg.TakeProfit(Price.of("210")),
                                                        new ExitLeg.StopLoss(
                                                                Price.of("150"),
                                                                Price.of("149.5"))))))
                .contains(
                        "\"order_class\":\"bracket\",\"take_profit\":{\"limit_price\":\"210\"},"
                                + "\"stop_loss\":{\"stop_price\":\"150\",\"limit_price\":\"149.5\"}");
    }

    @Test
    void an_oco_order_has_its_limit_as_the_take_profit() {
        NewOrder exit =
                new NewOrder(
                        new Symbol("AAPL"),
                        Side.SELL,
                        Quantity.of("10"),
                        new OrderType.Limit(Price.of("210")),
                        TimeInForce.GTC);

        assertThat(
                        body(
                                exit.with(
                                        new OrderClass.OneCancelsOther(
                                                new ExitLeg.StopLoss(Price.of("150"), null)))))
                .contains(
                        "\"order_class\":\"oco\",\"take_profit\":{\"limit_price\":\"210\"},"
                                + "\"stop_loss\":{\"stop_price\":\"150\"}");
    }

    @Test
    void an_oto_order_has_a_single_exit() {
        assertThat(
                        body(
                                tenShares()
                                        .with(
                                                new OrderClass.OneTriggersOther(
                                                        new ExitLeg.StopLoss(
                                                                Price.of("150"), null)))))
                .contains("\"order_class\":\"oto\",\"stop_loss\":{\"stop_price\":\"150\"}")
                .doesNotContain("take_profit");
    }

    private String body(NewOrder terms) {
        return AlpacaMapper.newOrder(samples.intent(terms));
    }

    private static NewOrder tenShares() {
        return SampleOrders.tenShares();
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

        assertThat(AlpacaMapper.newOrder(order))
                .isEqualTo(
                        "{\"symbol\":\"BRK.B\",\"qty\":\"100000000.000000001\",\"side\":\"sell\","
                                + middle
                                + ",\"client_order_id\":\""
                                + order.clientOrderId()
                                + "\"}");
    }
}

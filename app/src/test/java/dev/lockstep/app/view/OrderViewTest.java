package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.id.StrategyId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders in one line and as rows of a table. */
class OrderViewTest {
    private static final NewOrder SHARES = SampleOrders.tenShares();

    static Stream<Arguments> terms() {
        ExitLeg.TakeProfit profit = new ExitLeg.TakeProfit(Price.of("220"));
        ExitLeg.StopLoss loss = new ExitLeg.StopLoss(Price.of("170"), null);
        ExitLeg.StopLoss limited = new ExitLeg.StopLoss(Price.of("170"), Price.of("169.5"));
        return Stream.of(
                arguments("buy 10 AAPL market day", SHARES),
                arguments(
                        "buy 10 AAPL limit 189.5 gtc",
                        SHARES.with(new OrderType.Limit(Price.of("189.50"))).with(TimeInForce.GTC)),
                arguments(
                        "buy 10 AAPL stop 190 day",
                        SHARES.with(new OrderType.Stop(Price.of("190")))),
                arguments(
                        "buy 10 AAPL stop 190 limit 191 day",
                        SHARES.with(new OrderType.StopLimit(Price.of("190"), Price.of("191")))),
                arguments(
                        "buy 10 AAPL trail 1.5 day",
                        SHARES.with(
                                new OrderType.TrailingStop(
                                        new OrderType.Trail.ByPrice(Price.of("1.5"))))),
                arguments(
                        "buy 10 AAPL trail 2.5% day",
                        SHARES.with(
                                new OrderType.TrailingStop(
                                        new OrderType.Trail.ByPercent(new BigDecimal("2.5"))))),
                arguments(
                        "buy $1,250.50 AAPL market day",
                        SHARES.with(new OrderAmount.ByCash(Money.of("1250.5")))),
                arguments(
                        "buy 10 AAPL market day extended hours",
                        SHARES.with(TradingHours.EXTENDED)),
                arguments("buy 10 AAPL market day, of trend", SHARES.with(new StrategyId("trend"))),
                arguments(
                        "buy 10 AAPL market day, take profit 220, stop loss 170",
                        SHARES.with(new OrderClass.Bracket(profit, loss))),
                arguments(
                        "buy 10 AAPL market day oco, stop loss 170 limit 169.5",
                        SHARES.with(new OrderClass.OneCancelsOther(limited))),
                arguments(
                        "buy 10 AAPL market day, take profit 220",
                        SHARES.with(new OrderClass.OneTriggersOther(profit))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("terms")
    void an_order_is_described_in_one_line(String text, NewOrder terms) {
        assertThat(OrderView.described(terms)).isEqualTo(text);
    }

    @Test
    void a_row_has_what_is_filled_and_no_price_before_the_first_fill() {
        Order fresh = new SampleOrders().intent();
        Order filled =
                fresh.apply(
                        SampleOrders.report(fresh, OrderStatus.PARTIALLY_FILLED, "4"),
                        SampleOrders.START.plusSeconds(2));
        Table table = OrderView.table();
        OrderView.addRow(table, fresh);
        OrderView.addRow(table, filled);
        List<String> lines = table.lines();

        assertThat(lines.get(1))
                .startsWith(fresh.id().value())
                .endsWith("market  day  pending_submit         0             2026-01-05 14:30:00Z");
        assertThat(lines.get(2))
                .endsWith("market  day  partially_filled       4    189.125  2026-01-05 14:30:02Z");
    }
}

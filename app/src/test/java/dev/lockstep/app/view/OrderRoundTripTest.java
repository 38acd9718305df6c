package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.form.JsonRows;
import dev.lockstep.app.form.OrderForm;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.StrategyId;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The terms of an answer are an order request. */
class OrderRoundTripTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("monday-1");
    private static final NewOrder SHARES =
            new NewOrder(
                    new Symbol("AAPL"),
                    Side.BUY,
                    Quantity.of("2"),
                    new OrderType.Limit(Price.of("100.5")),
                    TimeInForce.DAY);

    @ParameterizedTest
    @MethodSource({"types", "classes", "others"})
    void terms_that_are_answered_can_be_sent_as_a_request(NewOrder terms) {
        OrderForm answer = OrderForm.of(terms, KEY);

        assertThat(answer.read().terms()).isEqualTo(terms);
        assertThat(answer.read().key()).contains(KEY);
        assertThat(JsonRows.form(BodyTree.of(answer)).read().terms()).isEqualTo(terms);
    }

    static Stream<NewOrder> types() {
        return Stream.of(
                        new OrderType.Market(),
                        new OrderType.Limit(Price.of("100.5")),
                        new OrderType.Stop(Price.of("99")),
                        new OrderType.StopLimit(Price.of("99"), Price.of("98.5")),
                        new OrderType.TrailingStop(new OrderType.Trail.ByPrice(Price.of("1.5"))),
                        new OrderType.TrailingStop(
                                new OrderType.Trail.ByPercent(new BigDecimal("2.5"))))
                .map(SHARES::with);
    }

    static Stream<NewOrder> classes() {
        ExitLeg.TakeProfit profit = new ExitLeg.TakeProfit(Price.of("120"));
        ExitLeg.StopLoss loss = new ExitLeg.StopLoss(Price.of("90"), null);
        ExitLeg.StopLoss limited = new ExitLeg.StopLoss(Price.of("90"), Price.of("89"));
        return Stream.of(
                        new OrderClass.Bracket(profit, loss),
                        new OrderClass.Bracket(profit, limited),
                        new OrderClass.OneCancelsOther(limited),
                        new OrderClass.OneTriggersOther(profit),
                        new OrderClass.OneTriggersOther(loss))
                .map(SHARES::with);
    }

    static Stream<NewOrder> others() {
        Stream<NewOrder> times = Stream.of(TimeInForce.values()).map(SHARES::with);
        NewOrder coins =
                new NewOrder(
                        new Symbol("BTC/USD"),
                        Side.SELL,
                        Quantity.of("0.000000001"),
                        new OrderType.Market(),
                        TimeInForce.GTC);
        return Stream.concat(
                times,
                Stream.of(
                        coins,
                        SHARES.with(new OrderAmount.ByCash(Money.of("250.5"))),
                        SHARES.with(TradingHours.EXTENDED),
                        SHARES.with(new StrategyId("trend"))));
    }
}

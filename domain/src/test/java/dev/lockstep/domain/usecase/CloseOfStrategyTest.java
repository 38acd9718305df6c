package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseOfStrategyTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final StrategyId TREND = new StrategyId("trend");
    private static final StrategyId PAIRS = new StrategyId("pairs");
    private static final ClosePart WHOLE = new ClosePart.Whole();

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    private final ClosePosition closePosition =
            new ClosePosition(repository, broker, sample.ids(), clock);

    @Test
    void two_strategies_hold_one_symbol_and_only_the_shares_of_the_one_that_closes_are_sold() {
        bought(TREND, "2.6");
        bought(PAIRS, "7.4");
        hold("10");

        Order close = closing(closePosition.close(AAPL, TREND, WHOLE));

        assertThat(close.terms().orderQty()).isEqualTo(Quantity.of("2.6"));
        assertThat(close.terms().strategy()).isEqualTo(TREND);
        fill(close, "2.6");
        hold("7.4");
        assertThat(closePosition.close(AAPL, TREND, WHOLE)).isEqualTo(new CloseResult.Gone(AAPL));
        assertThat(new HoldingsByStrategy(repository).of(AAPL).of(PAIRS))
                .isEqualTo(NetQuantity.of("7.4"));
    }

    @Test
    void a_strategy_cannot_close_more_than_it_holds() {
        bought(TREND, "2.6");
        bought(PAIRS, "7.4");
        hold("10");

        assertThatThrownBy(() ->
                        closePosition.close(
                                AAPL, TREND, new ClosePart.ByQuantity(Quantity.of("2.7"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at most the position, 2.6");
    }

    @Test
    void what_is_not_there_is_not_sold_and_the_shares_of_others_stay() {
        bought(TREND, "5");
        bought(PAIRS, "5");
        hold("7");

        Order close = closing(closePosition.close(AAPL, TREND, WHOLE));

        assertThat(close.terms().orderQty()).isEqualTo(Quantity.of("2"));
    }

    @Test
    void only_the_stop_of_the_strategy_is_canceled_and_only_its_rest_is_protected_again() {
        bought(TREND, "4");
        bought(PAIRS, "6");
        hold("10");
        Order stop = stop(TREND, "4");
        stop(PAIRS, "6");

        closePosition.close(AAPL, TREND, new ClosePart.ByQuantity(Quantity.of("1")));
        broker.set(stop, OrderStatus.CANCELED, "0");
        closePosition.resume();

        assertThat(broker.cancels()).containsExactly(SampleOrders.brokerOrderId(stop));
        List<Order> sent = broker.sends();
        assertThat(sent.get(4).terms().orderQty()).isEqualTo(Quantity.of("1"));
        assertThat(sent.getLast().terms().orderQty()).isEqualTo(Quantity.of("3"));
        assertThat(sent.getLast().terms().strategy()).isEqualTo(TREND);
        assertThat(sent).hasSize(6);
    }

    @Test
    void shares_that_the_stop_of_another_strategy_holds_are_waited_for_and_it_is_named() {
        bought(TREND, "4");
        bought(PAIRS, "6");
        hold("10");
        Order stop = stop(PAIRS, "10");

        Order request = closing(closePosition.close(AAPL, TREND, WHOLE));

        assertThat(request.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(request.state().text()).contains("others are held by " + stop.id());
        assertThat(broker.cancels()).isEmpty();
    }

    @Test
    void its_stop_is_canceled_also_where_shares_of_another_strategy_are_free() {
        bought(TREND, "10");
        bought(PAIRS, "10");
        hold("20");
        Order stop = stop(TREND, "10");

        Order close = closing(closePosition.close(AAPL, TREND, WHOLE));

        assertThat(close.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(broker.cancels()).containsExactly(SampleOrders.brokerOrderId(stop));
        broker.set(stop, OrderStatus.CANCELED, "0");
        closePosition.resume();
        assertThat(broker.sends().getLast().id()).isEqualTo(close.id());
    }

    @Test
    void its_closes_at_several_limits_never_sell_more_than_it_holds_together() {
        bought(TREND, "10");
        bought(PAIRS, "20");
        hold("30");
        ClosePart five = new ClosePart.ByQuantity(Quantity.of("5"));
        closePosition.closeAt(AAPL, TREND, five, Price.of("220"));
        closePosition.closeAt(AAPL, TREND, five, Price.of("230"));

        Order whole = closing(closePosition.closeAt(AAPL, TREND, WHOLE, Price.of("225")));

        assertThat(whole.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(broker.cancels()).hasSize(2);
    }

    @Test
    void a_part_of_it_leaves_the_exits_that_protect_the_rest() {
        bought(TREND, "10");
        bought(PAIRS, "10");
        hold("20");
        stop(TREND, "6");

        Order close =
                closing(
                        closePosition.close(
                                AAPL, TREND, new ClosePart.ByQuantity(Quantity.of("4"))));

        assertThat(broker.cancels()).isEmpty();
        assertThat(broker.sends().getLast().id()).isEqualTo(close.id());
    }

    @Test
    void the_close_of_the_account_does_not_wait_behind_one_of_a_strategy_that_waits_for_shares() {
        bought(TREND, "4");
        bought(PAIRS, "6");
        hold("10");
        Order stop = stop(PAIRS, "10");
        Order first = closing(closePosition.close(AAPL, TREND, WHOLE));
        assertThat(first.status()).isEqualTo(OrderStatus.WAITING);

        Order all = closing(closePosition.close(AAPL, WHOLE));

        assertThat(broker.cancels()).containsExactly(SampleOrders.brokerOrderId(stop));
        assertThat(repository.find(first.id()).orElseThrow().state().text())
                .isEqualTo("order " + all.id() + " closes the whole position");
        broker.set(stop, OrderStatus.CANCELED, "0");
        closePosition.resume();
        assertThat(broker.sends().getLast().id()).isEqualTo(all.id());
    }

    @Test
    void strategies_that_hold_more_together_than_is_there_can_each_close_a_share() {
        bought(TREND, "10");
        bought(PAIRS, "10");
        hold("20");
        Order half =
                closing(closePosition.close(AAPL, new ClosePart.ByQuantity(Quantity.of("10"))));
        fill(half, "10");
        hold("10");

        Order close = closing(closePosition.close(AAPL, TREND, WHOLE));
        assertThat(close.terms().orderQty()).isEqualTo(Quantity.of("5"));
        fill(close, "5");
        hold("5");
        Order other = closing(closePosition.close(AAPL, PAIRS, WHOLE));
        assertThat(other.terms().orderQty()).isEqualTo(Quantity.of("4"));
    }

    @Test
    void a_close_of_another_strategy_that_rests_is_named_as_what_holds_the_shares() {
        bought(TREND, "4");
        bought(PAIRS, "6");
        hold("10");
        Order rests = closing(closePosition.closeAt(AAPL, PAIRS, WHOLE, Price.of("220")));
        hold("6");

        Order request = closing(closePosition.close(AAPL, TREND, WHOLE));

        assertThat(request.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(request.state().text()).contains("others are held by " + rests.id());
    }

    @Test
    void strategies_close_one_after_the_other_also_at_once() {
        bought(TREND, "4");
        bought(PAIRS, "6");
        hold("10");
        Order first = closing(closePosition.close(AAPL, TREND, WHOLE));
        Order second = closing(closePosition.close(AAPL, PAIRS, WHOLE));
        assertThat(second.status()).isEqualTo(OrderStatus.WAITING);

        fill(first, "4");
        hold("6");
        closePosition.resume();

        assertThat(broker.sends().getLast().id()).isEqualTo(second.id());
    }

    @Test
    void a_close_follows_one_that_waits_although_the_one_between_them_was_canceled() {
        bought(TREND, "4");
        bought(PAIRS, "6");
        hold("10");
        stop(PAIRS, "10");
        Order first = closing(closePosition.close(AAPL, TREND, WHOLE));
        ClosePart one = new ClosePart.ByQuantity(Quantity.of("1"));
        Order between = closing(closePosition.close(AAPL, PAIRS, one));
        new CancelOrder(repository, broker, clock).cancel(between.id());

        Order last = closing(closePosition.close(AAPL, PAIRS, WHOLE));

        assertThat(first.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(last.state().text()).contains("an earlier close has not ended");
        assertThat(broker.cancels()).isEmpty();
    }

    @Test
    void orders_are_found_by_their_strategy() {
        bought(TREND, "4");
        bought(PAIRS, "6");

        assertThat(repository.search(OrderQuery.all().of(TREND)))
                .singleElement()
                .satisfies(
                        order -> assertThat(order.terms().orderQty()).isEqualTo(Quantity.of("4")));
        assertThat(new HoldingsByStrategy(repository).all())
                .containsExactly(
                        new HoldingsByStrategy.Holding(AAPL, PAIRS, NetQuantity.of("6")),
                        new HoldingsByStrategy.Holding(AAPL, TREND, NetQuantity.of("4")));
    }

    private void bought(StrategyId strategy, String quantity) {
        Order order =
                submitOrder
                        .submit(terms(Side.BUY, quantity, new OrderType.Market()).with(strategy))
                        .order();
        fill(order, quantity);
    }

    private Order stop(StrategyId strategy, String quantity) {
        return submitOrder
                .submit(
                        terms(Side.SELL, quantity, new OrderType.Stop(Price.of("150")))
                                .with(strategy))
                .order();
    }

    private void fill(Order order, String quantity) {
        broker.set(order, OrderStatus.FILLED, quantity);
        clock.pass(Duration.ofSeconds(1));
        new SyncOrders(repository, broker, sample.ids(), clock).sync();
    }

    private void hold(String netQty) {
        broker.noPositions();
        broker.position(new Position(AAPL, NetQuantity.of(netQty)));
    }

    private static NewOrder terms(Side side, String quantity, OrderType type) {
        return new NewOrder(AAPL, side, Quantity.of(quantity), type, TimeInForce.DAY);
    }

    private static Order closing(CloseResult result) {
        assertThat(result).isInstanceOf(CloseResult.Closing.class);
        return ((CloseResult.Closing) result).order();
    }
}

package dev.lockstep.domain.usecase.halt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.query.UnansweredOrders;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.util.List;
import org.junit.jupiter.api.Test;

class HaltTradingTest {
    private static final Symbol AAPL = new Symbol("AAPL");

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final OrderIds ids = new SampleOrders().ids();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, ids, clock);
    private final ControlRisk controlRisk = new ControlRisk(repository.riskControl(), clock);
    private final HaltTrading haltTrading =
            new HaltTrading(
                    controlRisk,
                    repository,
                    broker,
                    new CancelAll(repository, broker, clock),
                    new ClosePosition(repository, broker, ids, clock),
                    new SyncOrders(repository, broker, ids, clock));

    @Test
    void a_halt_is_in_force_although_the_broker_cannot_be_reached() {
        broker.down(true);

        assertThat(haltTrading.halt("tester", "news").state()).isEqualTo(TradingState.HALTED);
        assertThat(submitOrder.submit(SampleOrders.tenShares()))
                .isInstanceOf(SubmitResult.Denied.class);
    }

    @Test
    void every_open_order_is_wanted_canceled_and_the_broker_is_asked_once() {
        Order first = working();
        Order second = working();
        broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order unknown = working();

        CancelAllResult result = haltTrading.cancelAll();

        assertThat(result.ours()).hasSize(3);
        assertThat(broker.cancelAlls()).isEqualTo(1);
        assertThat(status(first)).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(status(second)).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(repository.find(unknown.id()).orElseThrow().state().cancelWanted()).isTrue();
    }

    @Test
    void every_position_is_closed_by_one_order_also_the_ones_bought_elsewhere() {
        broker.position(new Position(AAPL, NetQuantity.of("10")));
        broker.position(new Position(new Symbol("MSFT"), NetQuantity.of("-2.5")));
        haltTrading.halt("tester", "news");

        Flattening pass = haltTrading.flatten();

        assertThat(pass).isInstanceOf(Flattening.Passed.class);
        assertThat(((Flattening.Passed) pass).flat()).isFalse();
        assertThat(broker.sends())
                .extracting(order -> order.terms().side() + " " + order.terms().orderQty())
                .containsExactly("SELL 10", "BUY 2.5");
    }

    @Test
    void a_pass_that_is_repeated_closes_nothing_twice() {
        broker.position(new Position(AAPL, NetQuantity.of("10")));
        haltTrading.halt("tester", "news");
        Order closing = ((Flattening.Passed) haltTrading.flatten()).closing().getFirst();

        Flattening again = haltTrading.flatten();

        assertThat(again)
                .isEqualTo(
                        left(
                                new Unclosed.Asked(
                                        AAPL,
                                        new CloseResult.Closing(
                                                repository.find(closing.id()).orElseThrow()))));
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_instrument_with_an_open_order_waits_until_the_order_has_ended() {
        Order resting = working();
        broker.position(new Position(AAPL, NetQuantity.of("10")));
        haltTrading.halt("tester", "news");
        haltTrading.cancelAll();
        assertThat(haltTrading.flatten())
                .isEqualTo(
                        left(
                                new Unclosed.Blocked(
                                        AAPL,
                                        List.of(repository.find(resting.id()).orElseThrow()),
                                        0)));

        broker.set(resting, OrderStatus.CANCELED, "0");
        haltTrading.flatten();

        assertThat(broker.sends()).hasSize(2);
    }

    @Test
    void a_closing_order_that_was_refused_is_tried_again_by_the_next_pass() {
        broker.position(new Position(AAPL, NetQuantity.of("10")));
        haltTrading.halt("tester", "news");
        broker.next(NextSubmit.REFUSE);
        haltTrading.flatten();

        haltTrading.flatten();

        assertThat(broker.sends()).hasSize(2);
    }

    @Test
    void nothing_is_closed_while_trading_goes_on_or_the_broker_cannot_tell() {
        broker.position(new Position(AAPL, NetQuantity.of("10")));
        assertThat(haltTrading.flatten()).isEqualTo(new Flattening.NotHeldBack());

        haltTrading.halt("tester", "news");
        broker.down(true);
        assertThat(haltTrading.flatten()).isInstanceOf(Flattening.Failed.class);
        assertThat(broker.sends()).isEmpty();
    }

    @Test
    void an_account_is_not_flat_while_an_unanswered_order_may_open_a_position() {
        broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order unanswered = working();
        broker.hide(unanswered);
        haltTrading.halt("tester", "news");

        assertThat(left(haltTrading.flatten()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Unclosed.Blocked.class, blocked -> assertThat(blocked.ours()).hasSize(1));
        assertThat(new UnansweredOrders(repository).list()).hasSize(1);
    }

    @Test
    void an_account_is_not_flat_while_an_order_is_being_canceled_and_then_it_is() {
        Order resting = working();
        haltTrading.halt("tester", "news");

        assertThat(left(haltTrading.flatten())).hasSize(1);
        assertThat(status(resting)).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(left(haltTrading.flatten())).hasSize(1);
        assertThat(broker.cancels()).hasSize(1);

        broker.set(resting, OrderStatus.CANCELED, "0");
        assertThat(haltTrading.flatten())
                .isInstanceOfSatisfying(
                        Flattening.Passed.class, passed -> assertThat(passed.flat()).isTrue());
    }

    @Test
    void an_account_is_not_flat_while_an_external_order_works() {
        BrokerOrder external =
                SampleOrders.like(
                                SampleOrders.atBroker(
                                        new SampleOrders(new InstanceTag("other")).intent(),
                                        OrderStatus.NEW,
                                        "0"))
                        .brokerOrderId(new BrokerOrderId("theirs"))
                        .order();
        broker.foreign(external);
        haltTrading.halt("tester", "news");

        assertThat(left(haltTrading.flatten()))
                .containsExactly(new Unclosed.Blocked(external.symbol(), List.of(), 1));
        assertThat(broker.cancels()).containsExactly(external.brokerOrderId());
    }

    @Test
    void a_request_to_flatten_ends_when_the_account_is_flat_and_the_halt_stays() {
        haltTrading.halt("tester", "news");
        haltTrading.requestFlatten("tester", "news");

        haltTrading.flatten();

        assertThat(controlRisk.flattenRequest()).isEmpty();
        assertThat(controlRisk.rules().state()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void resuming_ends_the_request_to_flatten() {
        haltTrading.halt("tester", "news");
        haltTrading.requestFlatten("tester", "news");

        assertThat(controlRisk.resume("tester", "over").state()).isEqualTo(TradingState.ACTIVE);
    }

    private static List<Unclosed> left(Flattening pass) {
        return ((Flattening.Passed) pass).left();
    }

    private static Flattening left(Unclosed unclosed) {
        return new Flattening.Passed(List.of(), List.of(unclosed), List.of());
    }

    private Order working() {
        NewOrder terms =
                new NewOrder(
                        AAPL,
                        Side.BUY,
                        Quantity.of("1"),
                        new OrderType.Limit(Price.of("90")),
                        TimeInForce.DAY);
        return submitOrder.submit(terms).order();
    }

    private OrderStatus status(Order order) {
        return repository.find(order.id()).orElseThrow().status();
    }
}

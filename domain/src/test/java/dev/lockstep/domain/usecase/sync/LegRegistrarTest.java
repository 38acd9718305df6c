package dev.lockstep.domain.usecase.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.FakeStream;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LegRegistrarTest {
    /** What shows an order whose answer was lost. */
    enum Way {
        SYNC,
        LOOK_UP,
        STREAM
    }

    private static final NewOrder BRACKET =
            SampleOrders.tenShares()
                    .with(
                            new OrderClass.Bracket(
                                    new ExitLeg.TakeProfit(Price.of("210")),
                                    new ExitLeg.StopLoss(Price.of("150"), null)));

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final OrderIds ids = new SampleOrders().ids();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, ids, clock);
    private final SyncOrders syncOrders = new SyncOrders(repository, broker, ids, clock);
    private final ResolveUnknown resolveUnknown =
            new ResolveUnknown(
                    repository,
                    repository.riskControl(),
                    broker,
                    ids,
                    clock,
                    new RecoveryPolicy(Duration.ofSeconds(15), Duration.ofSeconds(60)));

    @Test
    void each_leg_of_a_bracket_is_an_order_of_its_own() {
        Order parent = submitOrder.submit(BRACKET).order();

        assertThat(repository.legs(parent.id()))
                .extracting(Order::status)
                .containsExactly(OrderStatus.HELD);
        assertThat(leg(parent).terms().type()).isEqualTo(new OrderType.Limit(Price.of("210")));
    }

    @Test
    void legs_of_an_order_whose_answer_was_lost_are_kept_once_it_is_found() {
        broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order parent = submitOrder.submit(BRACKET).order();

        resolveUnknown.resolve();
        resolveUnknown.resolve();

        assertThat(repository.legs(parent.id())).hasSize(1);
    }

    @Test
    void the_legs_of_an_order_that_was_replaced_before_it_was_known_are_those_of_its_successor() {
        broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order parent = submitOrder.submit(BRACKET).order();
        BrokerOrder there = broker.book(parent.clientOrderId());
        BrokerOrderId successor = new BrokerOrderId("elsewhere");
        broker.set(
                SampleOrders.like(there)
                        .brokerOrderId(successor)
                        .clientOrderId(new ClientOrderId("elsewhere"))
                        .chain(there.brokerOrderId(), null)
                        .order());
        broker.set(
                SampleOrders.like(there)
                        .status(new ReportedStatus.Known("replaced", OrderStatus.REPLACED))
                        .legs()
                        .chain(null, successor)
                        .order());

        resolveUnknown.resolve();

        assertThat(stored(parent).status()).isEqualTo(OrderStatus.REPLACED);
        assertThat(repository.legs(parent.id())).hasSize(1);
    }

    @Test
    void a_leg_that_is_adopted_while_it_is_registered_is_known() {
        Order parent = submitOrder.submit(BRACKET).order();
        FailingRepository stored = new FailingRepository();
        stored.add(parent(parent), Evidence.local("test"));
        OrderRepository adoptsFirst =
                (OrderRepository)
                        Proxy.newProxyInstance(
                                OrderRepository.class.getClassLoader(),
                                new Class<?>[] {OrderRepository.class},
                                (_, method, args) -> {
                                    if (method.getName().equals("addAll")) {
                                        adoptLegs(stored, parent);
                                    }
                                    return invoked(stored, method, args);
                                });
        LegRegistrar registrar = new LegRegistrar(adoptsFirst, broker, ids, clock);

        assertThat(registrar.keep(parent, there(parent), Evidence.local("test"))).isFalse();
        assertThat(registrar.keep(parent, there(parent), Evidence.local("test"))).isTrue();
        assertThat(stored.search(OrderQuery.all().of(OrderPurpose.Kind.ADOPTED))).hasSize(1);
        assertThat(stored.search(OrderQuery.all().of(OrderPurpose.Kind.LEG))).isEmpty();
    }

    @Test
    void a_leg_that_an_unanswered_replacement_made_is_known_by_its_client_order_id() {
        Order parent = submitOrder.submit(BRACKET).order();
        BrokerOrder leg = there(parent).legs().getFirst();
        FailingRepository stored = new FailingRepository();
        stored.add(parent(parent), Evidence.local("test"));
        OrderId id = ids.nextOrderId();
        NewOrder terms = Objects.requireNonNull(leg.terms());
        stored.add(
                Order.intent(
                        id,
                        leg.clientOrderId(),
                        new IdempotencyKey("replace"),
                        terms,
                        clock.instant()),
                Evidence.local("test"));
        LegRegistrar registrar = new LegRegistrar(stored, broker, ids, clock);

        assertThat(registrar.keep(parent, there(parent), Evidence.local("test"))).isTrue();
        assertThat(stored.search(OrderQuery.all().of(OrderPurpose.Kind.LEG))).isEmpty();
    }

    private Order parent(Order submitted) {
        return Order.intent(
                submitted.id(),
                submitted.clientOrderId(),
                submitted.idempotencyKey(),
                submitted.terms(),
                submitted.createdAt());
    }

    private void adoptLegs(OrderRepository stored, Order parent) {
        for (BrokerOrder leg : there(parent).legs()) {
            NewOrder terms = Objects.requireNonNull(leg.terms());
            Order adopted =
                    Order.adopted(ids.nextOrderId(), parent.id(), terms, leg, clock.instant());
            stored.add(adopted, Evidence.local("test"));
        }
    }

    private BrokerOrder there(Order parent) {
        OrderLookup found = broker.find(Objects.requireNonNull(parent.brokerOrderId()));
        assertThat(found).isInstanceOf(OrderLookup.Found.class);
        return ((OrderLookup.Found) found).order();
    }

    private static Object invoked(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    @Test
    void legs_that_an_answer_does_not_show_are_asked_for() {
        broker.answersShowLegs(false);

        Order parent = submitOrder.submit(BRACKET).order();

        assertThat(parent.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(repository.legs(parent.id())).hasSize(1);
    }

    @Test
    void an_order_whose_legs_cannot_be_seen_yet_is_not_taken_for_complete() {
        broker.answersShowLegs(false);
        broker.down(true);

        Order parent = submitOrder.submit(BRACKET).order();

        assertThat(parent.status()).isEqualTo(OrderStatus.UNKNOWN);
        broker.down(false);
        resolveUnknown.resolve();
        assertThat(repository.find(parent.id()).orElseThrow().status())
                .isEqualTo(OrderStatus.ACCEPTED);
        assertThat(repository.legs(parent.id())).hasSize(1);
    }

    @Test
    void a_leg_follows_the_broker_like_any_order_and_is_never_doubled() {
        Order parent = submitOrder.submit(BRACKET).order();
        broker.set(
                SampleOrders.like(broker.book(leg(parent).clientOrderId()))
                        .status(new ReportedStatus.Known("new", OrderStatus.NEW))
                        .order());

        for (int pass = 0; pass < 3; pass++) {
            assertThat(syncOrders.sync()).isInstanceOf(SyncResult.Completed.class);
        }

        assertThat(repository.legs(parent.id()))
                .extracting(Order::status)
                .containsExactly(OrderStatus.NEW);
    }

    @Test
    void a_leg_that_cannot_be_stored_leaves_its_parent_unresolved() {
        broker.onSubmit(_ -> repository.failAdds(true));

        SubmitResult result = submitOrder.submit(BRACKET);

        assertThat(result).isInstanceOf(SubmitResult.Unrecorded.class);
        repository.failAdds(false);
        resolveUnknown.resolve();
        assertThat(repository.legs(result.order().id())).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("classesAndWays")
    void legs_are_kept_however_the_broker_shows_the_order_first(OrderClass orderClass, Way way) {
        broker.answersShowLegs(false);
        broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order parent = submitOrder.submit(terms(orderClass)).order();

        switch (way) {
            case SYNC -> syncOrders.sync();
            case LOOK_UP -> resolveUnknown.resolve();
            case STREAM ->
                    new ApplyExecutionReports(repository, broker, ids, clock, _ -> {})
                            .apply(List.of(FakeStream.report(broker.book(parent.clientOrderId()))));
        }

        assertThat(stored(parent).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(repository.legs(parent.id()))
                .extracting(Order::terms)
                .extracting(NewOrder::orderQty)
                .containsExactly(Quantity.of("10"));
        assertThat(syncOrders.sync())
                .isInstanceOfSatisfying(
                        SyncResult.Completed.class,
                        completed -> assertThat(completed.external()).isEmpty());
    }

    /** A pair of exits is a limit order that sells. */
    private static NewOrder terms(OrderClass orderClass) {
        NewOrder entry = SampleOrders.tenShares();
        return orderClass instanceof OrderClass.OneCancelsOther
                ? new NewOrder(
                        entry.symbol(),
                        Side.SELL,
                        entry.amount(),
                        new OrderType.Limit(Price.of("210")),
                        entry.timeInForce(),
                        entry.tradingHours(),
                        orderClass)
                : entry.with(orderClass);
    }

    static Stream<Arguments> classesAndWays() {
        ExitLeg.TakeProfit profit = new ExitLeg.TakeProfit(Price.of("210"));
        ExitLeg.StopLoss loss = new ExitLeg.StopLoss(Price.of("150"), null);
        return Stream.of(
                        new OrderClass.Bracket(profit, loss),
                        new OrderClass.OneCancelsOther(loss),
                        new OrderClass.OneTriggersOther(profit),
                        new OrderClass.OneTriggersOther(loss))
                .flatMap(orderClass ->
                        Stream.of(Way.values()).map(way -> Arguments.of(orderClass, way)));
    }

    @Test
    void a_sync_leaves_an_order_unanswered_whose_legs_it_cannot_see() {
        broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order parent = submitOrder.submit(BRACKET).order();
        broker.set(SampleOrders.like(broker.book(parent.clientOrderId())).legs().order());
        broker.failFinds(true);

        syncOrders.sync();

        assertThat(stored(parent).status()).isEqualTo(OrderStatus.UNKNOWN);
    }

    private Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }

    private Order leg(Order parent) {
        List<Order> legs = repository.legs(parent.id());
        assertThat(legs).hasSize(1);
        return legs.getFirst();
    }
}

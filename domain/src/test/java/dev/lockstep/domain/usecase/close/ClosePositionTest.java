package dev.lockstep.domain.usecase.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass.OneCancelsOther;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.OrderType.Trail;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.domain.value.InvalidValueException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosePositionTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final ClosePart WHOLE = new ClosePart.Whole();

    private static final ClosePart FOUR = new ClosePart.ByQuantity(Quantity.of("4"));

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final ClosePosition closePosition =
            new ClosePosition(repository, broker, sample.ids(), clock);
    private final ResolveUnknown resolveUnknown =
            new ResolveUnknown(
                    repository,
                    broker,
                    sample.ids(),
                    clock,
                    new RecoveryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(5)));

    @Test
    void a_position_that_nothing_holds_is_closed_by_one_market_order() {
        hold("10");

        Order order = closing(closePosition.close(AAPL, WHOLE));

        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.terms().side()).isEqualTo(Side.SELL);
        assertThat(order.terms().orderQty()).isEqualTo(Quantity.of("10"));
    }

    @Test
    void a_short_position_is_bought_back() {
        hold("-3");

        assertThat(closing(closePosition.close(AAPL, WHOLE)).terms().side()).isEqualTo(Side.BUY);
    }

    @Test
    void close_pressed_five_times_cancels_the_stop_first_and_sends_one_closing_order() {
        hold("10");
        Order stop = stop();
        for (int press = 0; press < 5; press++) {
            Order waiting = closing(closePosition.close(AAPL, WHOLE));
            assertThat(waiting.status()).isEqualTo(OrderStatus.WAITING);
        }
        assertThat(broker.cancels()).hasSize(1);
        assertThat(broker.sends()).hasSize(1);

        broker.set(stop, OrderStatus.CANCELED, "0");
        for (int press = 0; press < 5; press++) {
            closing(closePosition.close(AAPL, WHOLE));
        }

        assertThat(broker.sends()).hasSize(2);
        assertThat(broker.sends().getLast().terms().type()).isEqualTo(new OrderType.Market());
    }

    @Test
    void a_wish_survives_a_crash_and_is_resumed() {
        hold("10");
        Order stop = stop();
        repository.onAdd(() -> {
            throw new IllegalStateException("the process is gone");
        });
        assertThatThrownBy(() -> closePosition.close(AAPL, WHOLE))
                .isInstanceOf(IllegalStateException.class);
        repository.onAdd(() -> {});

        closePosition.resume();
        broker.set(stop, OrderStatus.CANCELED, "0");
        closePosition.resume();
        closePosition.resume();

        assertThat(broker.cancels()).hasSize(1);
        assertThat(broker.sends()).hasSize(2);
    }

    @Test
    void a_position_that_is_gone_is_told_and_one_that_cannot_be_fetched_closes_nothing() {
        assertThat(closePosition.close(AAPL, WHOLE)).isEqualTo(new CloseResult.Gone(AAPL));
        hold("10");
        broker.down(true);

        assertThat(closePosition.close(AAPL, WHOLE)).isInstanceOf(CloseResult.Failed.class);
        assertThat(repository.search(OrderQuery.all())).isEmpty();
    }

    @Test
    void a_position_that_its_stop_closed_meanwhile_is_not_sold_twice() {
        Position position = new Position(AAPL, NetQuantity.of("10"));
        broker.position(position);
        Order stop = stop();
        Order request = closing(closePosition.close(AAPL, WHOLE));
        broker.set(stop, OrderStatus.FILLED, "10");
        broker.noPositions();

        closePosition.resume();

        assertThat(repository.find(request.id()).orElseThrow().status())
                .isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void after_a_refused_close_the_next_one_is_an_order_of_its_own() {
        hold("10");
        broker.next(FakeBroker.NextSubmit.REFUSE);
        Order refused = closing(closePosition.close(AAPL, WHOLE));
        assertThat(refused.status()).isEqualTo(OrderStatus.REJECTED);

        Order again = closing(closePosition.close(AAPL, WHOLE));

        assertThat(again.id()).isNotEqualTo(refused.id());
        assertThat(again.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void a_part_is_sold_exactly_and_never_more_than_the_position() {
        hold("10");
        ClosePart third = new ClosePart.ByPercentage(new BigDecimal("33"));
        ClosePart eleven = new ClosePart.ByQuantity(Quantity.of("11"));

        assertThatThrownBy(() -> closePosition.close(AAPL, eleven))
                .isInstanceOf(InvalidValueException.class);
        assertThat(closing(closePosition.close(AAPL, third)).terms().orderQty())
                .isEqualTo(Quantity.of("3"));
    }

    @Test
    void a_close_that_fills_while_another_one_asks_for_the_position_is_the_only_one() {
        hold("10");
        AtomicBoolean asked = new AtomicBoolean();
        Broker slow =
                (Broker)
                        Proxy.newProxyInstance(
                                Broker.class.getClassLoader(),
                                new Class<?>[] {Broker.class},
                                (_, method, args) -> {
                                    Object answer = method.invoke(broker, args);
                                    if (method.getName().equals("positions")
                                            && asked.compareAndSet(false, true)) {
                                        filled(closing(closePosition.close(AAPL, FOUR)));
                                    }
                                    return answer;
                                });

        Order order =
                closing(new ClosePosition(repository, slow, sample.ids(), clock).close(AAPL, FOUR));

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(broker.sends()).containsExactly(broker.sends().getFirst());
    }

    private void filled(Order order) {
        broker.set(order, OrderStatus.FILLED, "4");
        new SyncOrders(repository, broker, sample.ids(), clock).sync();
        broker.noPositions();
        hold("6");
    }

    @Test
    void a_part_beside_a_resting_stop_cancels_it_first_and_the_rest_is_protected_at_its_price() {
        hold("10");
        Order stop = stop();
        for (int press = 0; press < 5; press++) {
            assertThat(closing(closePosition.close(AAPL, FOUR)).status())
                    .isEqualTo(OrderStatus.WAITING);
        }
        assertThat(broker.cancels()).hasSize(1);
        assertThat(broker.sends()).hasSize(1);

        broker.set(stop, OrderStatus.CANCELED, "0");
        for (int press = 0; press < 5; press++) {
            closing(closePosition.close(AAPL, FOUR));
        }

        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Market", "SELL 6 Stop");
        assertThat(broker.sends().getLast().terms().type())
                .isEqualTo(new OrderType.Stop(Price.of("150")));
        fill(broker.sends().get(1), "4");
        holdInstead("6");
        closePosition.resume();
        assertThat(broker.sends()).hasSize(3);
        assertThat(closePosition.settled(broker.sends().get(1))).isTrue();
    }

    @Test
    void the_time_without_protection_is_told_in_the_history_of_the_exit() {
        hold("10");
        Order stop = stop();
        closePosition.close(AAPL, FOUR);
        broker.set(stop, OrderStatus.CANCELED, "0");
        clock.pass(Duration.ofSeconds(3));

        closePosition.resume();

        Order exit = stored(broker.sends().getLast());
        assertThat(repository.history(exit.id()).get(1).evidence().summary())
                .contains("order " + stop.id() + " protected until 2000 ms ago");
    }

    @Test
    void a_refused_close_leaves_the_whole_position_protected_again() {
        hold("10");
        Order stop = stop();
        closePosition.close(AAPL, FOUR);
        broker.set(stop, OrderStatus.CANCELED, "0");
        broker.next(FakeBroker.NextSubmit.REFUSE);

        closePosition.resume();

        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Market", "SELL 10 Stop");
        assertThat(closePosition.settled(broker.sends().get(1))).isTrue();
    }

    @Test
    void a_close_that_is_taken_and_rejected_later_is_followed_by_an_exit_for_its_shares() {
        hold("10");
        Order stop = stop();
        closePosition.close(AAPL, FOUR);
        broker.set(stop, OrderStatus.CANCELED, "0");
        closePosition.resume();
        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Market", "SELL 6 Stop");

        broker.set(broker.sends().get(1), OrderStatus.REJECTED, "0");
        closePosition.resume();

        assertThat(sent()).endsWith("SELL 4 Stop");
    }

    @Test
    void a_close_of_all_that_fills_in_part_leaves_the_rest_protected() {
        hold("10");
        Order stop = stop();
        closePosition.close(AAPL, WHOLE);
        broker.set(stop, OrderStatus.CANCELED, "0");
        closePosition.resume();
        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 10 Market");

        broker.set(broker.sends().getLast(), OrderStatus.CANCELED, "7");
        holdInstead("3");
        closePosition.resume();

        assertThat(sent()).endsWith("SELL 3 Stop").hasSize(3);
    }

    @Test
    void what_the_stop_sold_while_it_was_being_canceled_is_not_sold_again() {
        hold("10");
        Order stop = stop();
        Order request = closing(closePosition.close(AAPL, FOUR));
        broker.set(stop, OrderStatus.CANCELED, "8");
        holdInstead("2");

        closePosition.resume();

        assertThat(stored(request).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(stored(request).state().text()).isEqualTo("of the position only 2 is left");
        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 2 Stop");
    }

    @Test
    void a_close_of_all_closes_what_the_stop_has_left() {
        hold("10");
        Order stop = stop();
        closePosition.close(AAPL, WHOLE);
        broker.set(stop, OrderStatus.CANCELED, "8");
        holdInstead("2");

        Order order = closing(closePosition.close(AAPL, WHOLE));

        assertThat(order.terms().orderQty()).isEqualTo(Quantity.of("2"));
        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 2 Market");
    }

    @Test
    void a_stop_that_the_broker_does_not_cancel_goes_on_protecting_and_nothing_is_sold() {
        hold("10");
        stop();
        Order request = closing(closePosition.close(AAPL, FOUR));
        new CancelOrder(repository, broker, clock).cancel(request.id());
        Order stop = broker.sends().getFirst();
        repository.update(
                OrderUpdate.applying(
                        stop.id(),
                        new ExecutionReport.CancelRejected(
                                "not cancelable", SampleOrders.report(stop, OrderStatus.NEW, "0")),
                        clock.instant(),
                        Evidence.local("test")));

        closePosition.resume();

        assertThat(sent()).containsExactly("SELL 10 Stop");
        assertThat(repository.search(OrderQuery.all().in(Set.of(OrderStatus.WAITING)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void a_crash_after_any_write_of_a_part_closes_it_once_and_protects_the_rest_once(int write) {
        hold("10");
        Order stop = stop();
        AtomicInteger writes = new AtomicInteger(write);
        Runnable crash =
                () -> {
                    if (writes.decrementAndGet() == 0) {
                        throw new IllegalStateException("the process is gone");
                    }
                };
        repository.onAdd(crash);
        repository.onUpdate(crash);
        survived(() -> closePosition.close(AAPL, FOUR));
        if (repository.search(OrderQuery.all()).size() == 1) {
            survived(() -> closePosition.close(AAPL, FOUR));
        }
        survived(closePosition::resume);
        broker.set(stop, OrderStatus.CANCELED, "0");
        for (int pass = 0; pass < 4; pass++) {
            survived(closePosition::resume);
            clock.pass(Duration.ofSeconds(20));
            survived(resolveUnknown::resolve);
        }
        survived(closePosition::resume);

        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Market", "SELL 6 Stop");
    }

    @Test
    void a_trailing_stop_and_a_stop_limit_keep_their_kind() {
        hold("10");
        Order trailing = exit("4", new OrderType.TrailingStop(new Trail.ByPrice(Price.of("2"))));
        Order limited = exit("6", new OrderType.StopLimit(Price.of("150"), Price.of("149")));
        closePosition.close(AAPL, new ClosePart.ByQuantity(Quantity.of("7")));
        broker.set(trailing, OrderStatus.CANCELED, "0");
        broker.set(limited, OrderStatus.CANCELED, "0");

        closePosition.resume();

        assertThat(sent())
                .containsExactly(
                        "SELL 4 TrailingStop",
                        "SELL 6 StopLimit",
                        "SELL 7 Market",
                        "SELL 3 TrailingStop");
    }

    @Test
    void no_more_is_canceled_than_the_close_needs() {
        hold("10");
        Order takeProfit = exit("4", new OrderType.Limit(Price.of("250")));
        exit("6", new OrderType.Stop(Price.of("150")));
        closePosition.close(AAPL, FOUR);
        broker.set(takeProfit, OrderStatus.CANCELED, "0");

        closePosition.resume();

        assertThat(broker.cancels()).hasSize(1);
        assertThat(sent()).containsExactly("SELL 4 Limit", "SELL 6 Stop", "SELL 4 Market");
    }

    @Test
    void both_exits_of_an_entry_come_back_as_one_order_of_which_one_ends_the_other() {
        hold("10");
        OneCancelsOther both = new OneCancelsOther(new ExitLeg.StopLoss(Price.of("150"), null));
        Order pair = submit(terms("10", new OrderType.Limit(Price.of("250"))).with(both));
        broker.set(pair, OrderStatus.NEW, "0");
        closePosition.close(AAPL, FOUR);
        broker.set(pair, OrderStatus.CANCELED, "0");
        repository.legs(pair.id()).forEach(leg -> broker.end(leg));

        closePosition.resume();

        assertThat(broker.sends().getLast().terms().orderClass()).isEqualTo(both);
        assertThat(broker.sends().getLast().terms().orderQty()).isEqualTo(Quantity.of("6"));
    }

    @Test
    void all_may_be_wanted_while_a_part_is_being_closed_and_the_rest_follows() {
        hold("10");
        Order stop = stop();
        Order part = closing(closePosition.close(AAPL, FOUR));
        Order all = closing(closePosition.close(AAPL, WHOLE));
        assertThat(all.id()).isNotEqualTo(part.id());
        assertThat(closing(closePosition.close(AAPL, WHOLE)).id()).isEqualTo(all.id());
        broker.set(stop, OrderStatus.CANCELED, "0");
        closePosition.resume();
        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Market");

        fill(part, "4");
        holdInstead("6");
        closePosition.resume();

        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Market", "SELL 6 Market");
        fill(broker.sends().getLast(), "6");
        broker.noPositions();
        closePosition.resume();
        assertThat(closePosition.settled(all)).isTrue();
        assertThat(broker.sends()).hasSize(3);
    }

    @Test
    void another_part_is_not_closed_beside_one_that_is_under_way_and_the_caller_is_told() {
        hold("10");
        Order four = closing(closePosition.close(AAPL, FOUR));

        CloseResult other = closePosition.close(AAPL, new ClosePart.ByQuantity(Quantity.of("3")));

        assertThat(other).isEqualTo(new CloseResult.Busy(stored(four)));
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void a_close_that_orders_from_elsewhere_block_names_them_and_ends_after_a_day() {
        broker.position(
                new Position(AAPL, NetQuantity.of("10"), Quantity.of("1"), null, null, null, null));
        Order theirs =
                new SampleOrders(new InstanceTag("other"))
                        .intent(terms("9", new OrderType.Limit(Price.of("250"))));
        broker.foreign(SampleOrders.atBroker(theirs, OrderStatus.NEW, "0"));

        Order request = closing(closePosition.close(AAPL, WHOLE));

        assertThat(request.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(request.state().text())
                .isEqualTo(
                        "closes all, waits: only 1 shares are free; others are held by b-"
                                + theirs.id());
        clock.pass(Duration.ofDays(1));
        closePosition.resume();
        assertThat(stored(request).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).isEmpty();
    }

    @Test
    void a_close_of_shares_that_no_listed_order_holds_says_so_and_ends_after_a_day() {
        broker.position(
                new Position(AAPL, NetQuantity.of("10"), Quantity.of("4"), null, null, null, null));

        Order request = closing(closePosition.close(AAPL, WHOLE));

        assertThat(request.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(request.state().text())
                .isEqualTo(
                        "closes all, waits: only 4 shares are free; others are held by no open"
                                + " order that the broker lists; check the cause at the broker");
        clock.pass(Duration.ofDays(1));
        closePosition.resume();
        assertThat(stored(request).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).isEmpty();
    }

    @Test
    void closes_that_are_refused_again_and_again_have_to_pause() {
        hold("10");
        for (int attempt = 0; attempt < 3; attempt++) {
            broker.next(FakeBroker.NextSubmit.REFUSE);
            closing(closePosition.close(AAPL, WHOLE));
        }
        Instant now = clock.instant();

        assertThat(closePosition.close(AAPL, WHOLE))
                .isInstanceOfSatisfying(
                        CloseResult.Refused.class,
                        refused -> assertThat(refused.again()).isEqualTo(now.plusSeconds(10)));
        assertThat(broker.sends()).hasSize(3);
        clock.pass(Duration.ofSeconds(10));
        assertThat(closing(closePosition.close(AAPL, WHOLE)).status())
                .isEqualTo(OrderStatus.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void the_pause_after_refused_closes_is_the_same_after_the_wall_clock_was_set(long seconds) {
        hold("10");
        for (int attempt = 0; attempt < 3; attempt++) {
            broker.next(FakeBroker.NextSubmit.REFUSE);
            closing(closePosition.close(AAPL, WHOLE));
        }
        assertThat(closePosition.close(AAPL, WHOLE)).isInstanceOf(CloseResult.Refused.class);

        clock.step(Duration.ofSeconds(seconds));

        assertThat(closePosition.close(AAPL, WHOLE)).isInstanceOf(CloseResult.Refused.class);
        clock.pass(Duration.ofSeconds(10));
        assertThat(closing(closePosition.close(AAPL, WHOLE)).status())
                .isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void a_close_that_never_arrived_is_not_sent_again_once_the_position_is_gone() {
        hold("10");
        broker.next(FakeBroker.NextSubmit.LOSE_THE_REQUEST);
        Order close = closing(closePosition.close(AAPL, WHOLE));
        assertThat(close.status()).isEqualTo(OrderStatus.UNKNOWN);
        broker.noPositions();
        clock.pass(Duration.ofSeconds(20));

        resolveUnknown.resolve();

        assertThat(stored(close).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void a_close_that_never_arrived_goes_out_again_while_the_position_is_there() {
        hold("10");
        broker.next(FakeBroker.NextSubmit.LOSE_THE_REQUEST);
        Order close = closing(closePosition.close(AAPL, WHOLE));
        clock.pass(Duration.ofSeconds(20));

        resolveUnknown.resolve();

        assertThat(stored(close).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends()).hasSize(2);
    }

    @Test
    void a_part_whose_rest_could_not_be_protected_again_is_not_closed() {
        hold("10");
        Order stop = stop();
        ClosePart half = new ClosePart.ByQuantity(Quantity.of("4.5"));

        assertThat(closePosition.close(AAPL, half))
                .isInstanceOfSatisfying(
                        CloseResult.Held.class,
                        held -> assertThat(held.holding()).containsExactly(stop));
        assertThat(broker.cancels()).isEmpty();
    }

    @Test
    void a_caller_cannot_choose_a_key_that_looks_like_a_close() {
        SubmitOrder submitOrder = new SubmitOrder(repository, broker, sample.ids(), clock);

        assertThatThrownBy(() ->
                        submitOrder.submit(
                                SampleOrders.tenShares(),
                                new IdempotencyKey("close position of AAPL by hand")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("does not begin with 'close position of '");
        assertThat(repository.search(OrderQuery.all())).isEmpty();
    }

    private void survived(Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException gone) {
            assertThat(gone).hasMessage("the process is gone");
        }
    }

    private List<String> sent() {
        return broker.sends().stream()
                .map(order ->
                        order.terms().side()
                                + " "
                                + order.terms().orderQty()
                                + " "
                                + order.terms().type().getClass().getSimpleName())
                .toList();
    }

    private Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }

    private void fill(Order order, String quantity) {
        broker.set(order, OrderStatus.FILLED, quantity);
    }

    private void holdInstead(String netQty) {
        broker.noPositions();
        hold(netQty);
    }

    private void hold(String netQty) {
        broker.position(new Position(AAPL, NetQuantity.of(netQty)));
    }

    private Order stop() {
        return exit("10", new OrderType.Stop(Price.of("150")));
    }

    private Order exit(String quantity, OrderType type) {
        return submit(terms(quantity, type));
    }

    private static NewOrder terms(String quantity, OrderType type) {
        return new NewOrder(AAPL, Side.SELL, Quantity.of(quantity), type, TimeInForce.GTC);
    }

    private Order submit(NewOrder terms) {
        return new SubmitOrder(repository, broker, sample.ids(), clock).submit(terms).order();
    }

    private static Order closing(CloseResult result) {
        assertThat(result).isInstanceOf(CloseResult.Closing.class);
        return ((CloseResult.Closing) result).order();
    }
}

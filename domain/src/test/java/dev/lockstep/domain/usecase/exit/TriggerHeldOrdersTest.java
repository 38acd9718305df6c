package dev.lockstep.domain.usecase.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.close.ExitRoom;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerHeldOrdersTest {
    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            new SubmitOrder(repository, broker, sample.ids(), clock);
    private final SubmitContingentExit submitExit =
            new SubmitContingentExit(repository, sample.ids(), clock, new AlpacaVenue());
    private final TriggerHeldOrders releaseWaiting =
            new TriggerHeldOrders(repository, broker, sample.ids(), clock);
    private final SyncOrders syncOrders = new SyncOrders(repository, broker, sample.ids(), clock);

    @Test
    void an_exit_waits_until_its_entry_has_filled_and_is_sent_once() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        releaseWaiting.release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);
        assertThat(broker.sends()).hasSize(1);

        became(entry, OrderStatus.FILLED, "10");
        releaseWaiting.release();
        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends()).extracting(Order::id).containsExactly(entry.id(), exit.id());
    }

    @Test
    void an_exit_ends_here_when_its_entry_ended_without_a_fill() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.CANCELED, "0");

        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_entry_that_filled_while_its_cancel_was_awaited_still_resolves_its_exit() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        new CancelOrder(repository, broker, clock).cancel(entry.id());
        releaseWaiting.release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);

        became(entry, OrderStatus.FILLED, "10");
        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void an_entry_that_ended_partly_filled_gets_an_exit_for_what_filled() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.CANCELED, "4");

        releaseWaiting.release();
        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).hasSize(2);
        assertThat(broker.sends().getLast().terms().orderQty()).isEqualTo(Quantity.of("4"));
    }

    @Test
    void several_passes_at_once_send_an_exit_once() throws Exception {
        Order entry = entry();
        exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        Callable<List<Order>> pass = releaseWaiting::release;

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            threads.invokeAll(List.of(pass, pass, pass, pass));
        }

        assertThat(broker.sends()).hasSize(2);
    }

    @Test
    void an_exit_whose_sender_died_after_the_claim_is_sent_by_the_recovery() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        repository.onUpdate(() -> {
            throw new IllegalStateException("the process is gone");
        });
        assertThatThrownBy(releaseWaiting::release).isInstanceOf(IllegalStateException.class);
        repository.onUpdate(() -> {});
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.PENDING_SUBMIT);

        releaseWaiting.release();
        clock.pass(Duration.ofSeconds(16));
        new ResolveUnknown(
                        repository,
                        broker,
                        sample.ids(),
                        clock,
                        new RecoveryPolicy(Duration.ofSeconds(15), Duration.ZERO))
                .resolve();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends()).hasSize(2);
    }

    @Test
    void an_exit_whose_sender_died_is_not_sent_again_once_the_position_is_closed() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        repository.onUpdate(() -> {
            throw new IllegalStateException("the process is gone");
        });
        assertThatThrownBy(releaseWaiting::release).isInstanceOf(IllegalStateException.class);
        repository.onUpdate(() -> {});
        soldByHand("10");

        clock.pass(Duration.ofSeconds(16));
        new ResolveUnknown(
                        repository,
                        broker,
                        sample.ids(),
                        clock,
                        new RecoveryPolicy(Duration.ofSeconds(15), Duration.ZERO))
                .resolve();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(stored(exit).state().text()).contains("the position that it was to close");
        assertThat(broker.sends()).extracting(Order::id).doesNotContain(exit.id());
    }

    @Test
    void an_exit_whose_position_was_closed_by_hand_ends_and_is_never_sent() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        soldByHand("10");

        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(stored(exit).state().text())
                .isEqualTo("the position that it was to close is closed");
        assertThat(broker.sends()).extracting(Order::id).doesNotContain(exit.id());
    }

    @Test
    void an_exit_waits_while_its_position_is_being_closed_and_ends_with_it() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        ClosePosition closePosition = new ClosePosition(repository, broker, sample.ids(), clock);
        CloseResult result = closePosition.close(entry.terms().symbol(), new ClosePart.Whole());
        Order close = ((CloseResult.Closing) result).order();

        releaseWaiting.release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);
        assertThat(stored(exit).state().text()).contains("waits for close " + close.id());

        broker.set(close, OrderStatus.FILLED, "10");
        broker.noPositions();
        syncOrders.sync();
        clock.pass(Duration.ofSeconds(5));
        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).extracting(Order::id).containsExactly(entry.id(), close.id());
    }

    @Test
    void an_exit_waits_for_the_broker_to_show_the_position_and_not_for_ever() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        broker.noPositions();

        releaseWaiting.release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);
        assertThat(stored(exit).state().text())
                .isEqualTo("waits for the broker to show 10, shows 0");

        clock.pass(ExitRoom.BROKER_LAG);
        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void an_exit_waits_no_longer_and_no_shorter_after_the_wall_clock_was_set(long seconds) {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        broker.noPositions();
        releaseWaiting.release();

        clock.step(Duration.ofSeconds(seconds));
        clock.pass(Duration.ofSeconds(6));
        releaseWaiting.release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);

        clock.pass(ExitRoom.BROKER_LAG);
        releaseWaiting.release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void an_exit_stays_while_the_position_cannot_be_asked_for() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        clock.pass(ExitRoom.BROKER_LAG);
        broker.down(true);

        releaseWaiting.release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);

        broker.down(false);
        releaseWaiting.release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void an_exit_beside_a_stop_sent_by_hand_names_it_and_takes_what_it_leaves() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        Order byHand = submitOrder.submit(stop("6")).order();

        releaseWaiting.release();
        assertThat(stored(exit).state().text())
                .isEqualTo("waits for the shares of order " + byHand.id());

        clock.pass(ExitRoom.BROKER_LAG);
        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends().getLast().terms().orderQty()).isEqualTo(Quantity.of("4"));
    }

    @Test
    void an_exit_whose_entry_ended_long_ago_ends_unsent() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        clock.pass(ExitRoom.MAX_AGE.plusSeconds(1));

        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(stored(exit).state().text()).contains("ended more than 5 days ago");
    }

    @Test
    void the_exit_of_a_strategy_ends_once_that_strategy_holds_nothing() {
        StrategyId strategy = new StrategyId("trend");
        Order entry = submitOrder.submit(SampleOrders.tenShares().with(strategy)).order();
        Order exit = submitExit.submit(entry.id(), stop("10").with(strategy)).order();
        became(entry, OrderStatus.FILLED, "10");
        Order others = entry();
        became(others, OrderStatus.FILLED, "10");
        Order closed = submitOrder.submit(market("10").with(strategy)).order();
        became(closed, OrderStatus.FILLED, "10");
        position("10");

        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void all_exits_of_one_entry_together_are_for_no_more_than_it_opens() {
        Order entry = entry();

        assertThat(submitExit.submit(entry.id(), stop("6")))
                .isInstanceOf(SubmitResult.Submitted.class);
        assertThat(submitExit.submit(entry.id(), stop("5")))
                .isInstanceOfSatisfying(
                        SubmitResult.Denied.class,
                        denied -> {
                            assertThat(denied.denials())
                                    .extracting(Denial::reason)
                                    .containsExactly(DenialReason.EXIT_QUANTITY);
                            assertThat(denied.order().status()).isEqualTo(OrderStatus.DENIED);
                        });
        assertThat(submitExit.submit(entry.id(), stop("4")))
                .isInstanceOf(SubmitResult.Submitted.class);
    }

    @Test
    void an_entry_that_brings_its_own_exits_takes_no_others() {
        NewOrder bracket =
                SampleOrders.tenShares()
                        .with(
                                new OrderClass.Bracket(
                                        new ExitLeg.TakeProfit(Price.of("210")),
                                        new ExitLeg.StopLoss(Price.of("150"), null)));
        Order entry = submitOrder.submit(bracket).order();

        assertThat(submitExit.submit(entry.id(), stop("10")))
                .isInstanceOf(SubmitResult.Denied.class);
    }

    @Test
    void the_older_exit_is_served_first_where_an_entry_filled_in_part() {
        Order entry = entry();
        Order older = submitExit.submit(entry.id(), stop("6")).order();
        Order younger = submitExit.submit(entry.id(), stop("4")).order();
        became(entry, OrderStatus.CANCELED, "8");

        releaseWaiting.release();

        assertThat(stored(older).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(stored(younger).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends().getLast().terms().orderQty()).isEqualTo(Quantity.of("2"));
    }

    @Test
    void an_exit_trades_against_its_entry_and_no_more() {
        Order entry = entry();

        assertThatThrownBy(() -> exit(entry, "11"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("qty");
        IdempotencyKey key = new IdempotencyKey("more");
        assertThatThrownBy(() -> submitExit.submit(entry.id(), entry.terms(), key))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("side");
    }

    private Order entry() {
        return submitOrder.submit(SampleOrders.tenShares()).order();
    }

    private Order exit(Order entry, String orderQty) {
        return submitExit.submit(entry.id(), stop(orderQty), new IdempotencyKey("exit")).order();
    }

    private static NewOrder stop(String orderQty) {
        return sell(orderQty, new OrderType.Stop(Price.of("150")), TimeInForce.GTC);
    }

    private static NewOrder market(String orderQty) {
        return sell(orderQty, new OrderType.Market(), TimeInForce.DAY);
    }

    private static NewOrder sell(String orderQty, OrderType type, TimeInForce timeInForce) {
        return new NewOrder(
                SampleOrders.tenShares().symbol(),
                Side.SELL,
                Quantity.of(orderQty),
                type,
                timeInForce);
    }

    private void soldByHand(String orderQty) {
        Order sale = submitOrder.submit(market(orderQty)).order();
        broker.set(sale, OrderStatus.FILLED, orderQty);
        broker.noPositions();
        syncOrders.sync();
    }

    /** The order stands so at the broker, which holds what it has traded. */
    private void became(Order order, OrderStatus status, String cumQty) {
        broker.set(order, status, cumQty);
        position(cumQty);
        syncOrders.sync();
    }

    private void position(String netQty) {
        broker.noPositions();
        if (!NetQuantity.of(netQty).flat()) {
            broker.position(
                    new Position(SampleOrders.tenShares().symbol(), NetQuantity.of(netQty)));
        }
    }

    private Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }
}

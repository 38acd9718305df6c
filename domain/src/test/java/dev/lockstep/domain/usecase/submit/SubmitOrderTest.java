package dev.lockstep.domain.usecase.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SubmitOrderTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("click-1");

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, new SampleOrders().ids(), clock);

    @Test
    void the_intent_is_stored_before_the_broker_hears_of_it() {
        List<Order> storedWhenSent = new ArrayList<>();
        broker.onSubmit(order -> storedWhenSent.addAll(repository.search(OrderQuery.all())));

        SubmitResult result = submitOrder.submit(SampleOrders.tenShares());

        assertThat(storedWhenSent)
                .extracting(Order::status)
                .containsExactly(OrderStatus.PENDING_SUBMIT);
        assertThat(storedWhenSent).extracting(Order::id).containsExactly(result.order().id());
    }

    @Test
    void the_brokers_id_and_status_arrive_in_one_version() {
        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.brokerOrderId()).isEqualTo(SampleOrders.brokerOrderId(order));
        assertThat(order.version()).isEqualTo(2);
        assertThat(repository.history(order.id()))
                .extracting(OrderEvent::evidence)
                .extracting(Evidence::source)
                .containsExactly(Evidence.Source.LOCAL, Evidence.Source.HTTP_ANSWER);
    }

    @Test
    void a_lost_answer_leaves_the_order_unknown_and_not_failed() {
        broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);

        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(order.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(order.state().text()).isEqualTo("timeout");
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_answer_about_another_order_is_no_answer() {
        broker.next(NextSubmit.ANSWER_ABOUT_ANOTHER);

        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(order.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(order.brokerOrderId()).isNull();
    }

    @Test
    void a_refusal_is_rejected_with_its_reason_and_the_brokers_words() {
        broker.next(NextSubmit.REFUSE);

        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(order.state().text())
                .isEqualTo("INSUFFICIENT_BUYING_POWER: insufficient buying power");
    }

    @Test
    void an_order_that_was_turned_away_for_the_rate_is_not_rejected() {
        broker.next(NextSubmit.THROTTLE);

        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_SUBMIT);
        assertThat(order.state().text()).isEqualTo("rate limit exceeded");
    }

    @Test
    void an_order_that_no_connection_took_is_pending_and_says_that_it_was_not_sent() {
        broker.next(NextSubmit.REFUSE_THE_CONNECTION);

        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_SUBMIT);
        assertThat(order.state().text()).isEqualTo("not sent: connection refused");
    }

    @Test
    void a_broker_that_knows_the_id_already_is_asked_what_it_has() {
        broker.onSubmit(order -> {
            broker.onSubmit(_ -> {});
            broker.submit(order, SendGuard.ALWAYS);
        });

        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.orders()).isEqualTo(1);
    }

    @Test
    void a_known_id_that_cannot_be_seen_yet_stays_unknown() {
        broker.onSubmit(order -> {
            broker.onSubmit(_ -> {});
            broker.submit(order, SendGuard.ALWAYS);
            broker.hide(order);
        });

        assertThat(submitOrder.submit(SampleOrders.tenShares()).order().status())
                .isEqualTo(OrderStatus.UNKNOWN);
    }

    @Test
    void an_accepted_order_whose_answer_cannot_be_stored_is_not_failed() {
        repository.failUpdates(true);

        SubmitResult result = submitOrder.submit(SampleOrders.tenShares());

        assertThat(result).isInstanceOf(SubmitResult.Unrecorded.class);
        assertThat(repository.find(result.order().id()))
                .map(Order::status)
                .contains(OrderStatus.PENDING_SUBMIT);
        assertThat(broker.orders()).isEqualTo(1);
    }

    @Test
    void an_intent_that_cannot_be_stored_is_never_sent() {
        repository.failAdds(true);

        assertThatThrownBy(() -> submitOrder.submit(SampleOrders.tenShares()))
                .isInstanceOf(RepositoryException.class);
        assertThat(broker.sends()).isEmpty();
    }

    @Test
    void an_intent_that_took_long_to_store_is_claimed_anew_before_it_is_sent() {
        repository.onAdd(() -> clock.pass(Duration.ofSeconds(29)));
        List<Order> sent = new ArrayList<>();
        broker.onSubmit(sent::add);

        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(sent).extracting(Order::updatedAt).containsExactly(clock.instant());
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_intent_that_others_gave_up_while_it_was_stored_is_not_sent() {
        repository.onAdd(() -> {
            repository.onAdd(() -> {});
            clock.pass(Duration.ofSeconds(29));
            new ResolveUnknown(
                            repository,
                            repository.riskControl(),
                            broker,
                            new SampleOrders().ids(),
                            clock,
                            new RecoveryPolicy(Duration.ofSeconds(15), Duration.ZERO))
                    .resolve();
        });

        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(order.status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(broker.sends()).isEmpty();
    }

    @Test
    void a_stored_intent_that_others_took_and_that_cannot_be_read_is_not_called_unstored() {
        repository.onAdd(() -> {
            repository.onAdd(() -> {});
            clock.pass(Duration.ofSeconds(29));
            new ResolveUnknown(
                            repository,
                            repository.riskControl(),
                            broker,
                            new SampleOrders().ids(),
                            clock,
                            new RecoveryPolicy(Duration.ofSeconds(15), Duration.ofMinutes(5)))
                    .resolve();
            repository.failFinds(true);
        });

        SubmitResult result = submitOrder.submit(SampleOrders.tenShares());

        assertThat(result).isInstanceOf(SubmitResult.Unrecorded.class);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_intent_that_cannot_be_claimed_in_time_waits_and_is_not_sent() {
        repository.onAdd(() -> clock.pass(Duration.ofSeconds(29)));
        repository.onUpdate(() -> clock.pass(Duration.ofSeconds(29)));

        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_SUBMIT);
        assertThat(broker.sends()).isEmpty();
    }

    @Test
    void a_double_click_and_twenty_threads_are_one_order() throws Exception {
        List<SubmitResult> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<SubmitResult> click = () -> submitOrder.submit(SampleOrders.tenShares(), KEY);
            for (Future<SubmitResult> result : threads.invokeAll(Collections.nCopies(20, click))) {
                results.add(result.get());
            }
        }

        assertThat(results)
                .extracting(result -> result.order().id())
                .containsOnly(results.getFirst().order().id());
        assertThat(results).filteredOn(SubmitResult.Submitted.class::isInstance).hasSize(1);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void a_key_of_another_order_is_told() {
        Order first = submitOrder.submit(SampleOrders.tenShares(), KEY).order();

        SubmitResult second =
                submitOrder.submit(limit("AAPL", Quantity.of("1"), "100", TimeInForce.DAY), KEY);

        assertThat(second).isEqualTo(new SubmitResult.KeyReused(first));
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_order_that_another_one_blocks_names_its_blocker() {
        Order blocker = submitOrder.submit(SampleOrders.tenShares()).order();
        broker.next(NextSubmit.REFUSE_FOR_THE_FIRST);

        Order blocked = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(blocked.state().text())
                .isEqualTo(
                        "WASH_TRADE: potential wash trade detected (blocked by order "
                                + blocker.id()
                                + ")");
    }

    @Test
    void a_refusal_counts_although_the_store_cannot_name_the_order_in_the_way() {
        Order blocker = submitOrder.submit(SampleOrders.tenShares()).order();
        broker.next(NextSubmit.REFUSE_FOR_THE_FIRST);
        repository.failLookups(true);

        SubmitResult result = submitOrder.submit(SampleOrders.tenShares());

        assertThat(result).isInstanceOf(SubmitResult.Submitted.class);
        assertThat(repository.find(result.order().id())).contains(result.order());
        assertThat(result.order().status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(result.order().state().text())
                .contains("blocked by broker order " + blocker.brokerOrderId());
    }

    @Test
    void an_order_that_breaks_a_rule_is_denied_by_name_kept_and_not_sent() {
        SubmitResult result =
                submitOrder.submit(limit("AAPL", Quantity.of("1"), "123.456", TimeInForce.DAY));

        assertThat(result)
                .isInstanceOfSatisfying(
                        SubmitResult.Denied.class,
                        denied ->
                                assertThat(denied.denials())
                                        .extracting(denial -> denial.reason())
                                        .containsExactly(DenialReason.PRICE_INCREMENT));
        assertThat(result.order().status()).isEqualTo(OrderStatus.DENIED);
        assertThat(result.order().state().text())
                .isEqualTo(
                        "price_increment field=limitPrice value=123.456 expected=\"123.45 or"
                                + " 123.46\"");
        assertThat(repository.find(result.order().id())).contains(result.order());
        assertThat(broker.sends()).isEmpty();
    }

    private static NewOrder limit(
            String symbol, Quantity orderQty, String limitPrice, TimeInForce timeInForce) {
        return new NewOrder(
                new Symbol(symbol),
                Side.BUY,
                orderQty,
                new OrderType.Limit(Price.of(limitPrice)),
                timeInForce);
    }
}

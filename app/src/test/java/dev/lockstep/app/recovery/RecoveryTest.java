package dev.lockstep.app.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.config.Timings;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.CancelAllAnswer;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final Timings TIMINGS = Timings.ofOwnSimulator();

    private final OrderRepository repository = new InMemoryOrderRepository();
    private final List<Integer> waits = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private boolean reachable = true;
    private Runnable onPause = () -> {};

    @Test
    void nothing_unanswered_is_settled_without_waiting() throws InterruptedException {
        assertThat(recovery().settleAll(waits::add)).isEmpty();
        assertThat(waits).isEmpty();
    }

    @Test
    void an_order_the_broker_never_had_is_closed_after_the_grace_period()
            throws InterruptedException {
        Order order = intent();
        Instant began = now;
        assertThat(recovery().settleAll(waits::add)).isEmpty();
        assertThat(repository.find(order.id()).orElseThrow().status())
                .isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(Duration.between(began, now))
                .isGreaterThanOrEqualTo(TIMINGS.grace())
                .isLessThan(TIMINGS.settle());
    }

    @Test
    void a_broker_that_does_not_answer_ends_the_waiting_and_decides_nothing()
            throws InterruptedException {
        reachable = false;
        Order order = intent();
        assertThat(recovery().settleAll(waits::add)).hasSize(1);
        assertThat(repository.find(order.id()).orElseThrow()).isEqualTo(order);
    }

    @Test
    void orders_that_others_send_meanwhile_hold_nobody_up() throws InterruptedException {
        intent();
        onPause = this::intent;
        assertThat(recovery().settleThoseOfNow(waits::add)).isEmpty();
    }

    private Order intent() {
        TimeOrderedIds ids = new TimeOrderedIds(new InstanceTag("test"), () -> now, new Random(1));
        OrderId id = ids.nextOrderId();
        Order order =
                Order.intent(
                        id,
                        ids.clientOrderId(id),
                        new IdempotencyKey(id.value()),
                        new NewOrder(
                                new Symbol("AAPL"),
                                Side.BUY,
                                Quantity.of("1"),
                                new OrderType.Market(),
                                TimeInForce.DAY),
                        now);
        repository.add(order, Evidence.local("test"));
        return order;
    }

    private Recovery recovery() {
        return new Recovery(
                new ResolveUnknown(
                        repository,
                        repository.riskControl(),
                        new EmptyBroker(),
                        new SampleOrders().ids(),
                        PlatformClock.of(() -> now),
                        new RecoveryPolicy(TIMINGS.grace(), Duration.ZERO)),
                TIMINGS,
                PlatformClock.of(() -> now),
                duration -> {
                    now = now.plus(duration);
                    onPause.run();
                });
    }

    /** A broker that never got an order. */
    private final class EmptyBroker implements Broker {
        @Override
        public OrderLookup find(ClientOrderId id) {
            Evidence evidence = Evidence.local("asked");
            return reachable
                    ? new OrderLookup.Absent(evidence)
                    : new OrderLookup.Failed(
                            new BrokerFault(BrokerFault.Kind.UNREACHABLE, "gone", evidence));
        }

        @Override
        public Duration longestSend() {
            return Duration.ofMillis(500);
        }

        @Override
        public SubmitAnswer submit(Order order, SendGuard guard) {
            throw new AssertionError("recovery must never send an order: " + order);
        }

        @Override
        public CancelAnswer cancel(BrokerOrderId id) {
            throw new AssertionError("not asked for");
        }

        @Override
        public ReplaceAnswer replace(BrokerOrderId id, Replacement replacement, SendGuard guard) {
            throw new AssertionError("not asked for");
        }

        @Override
        public CancelAllAnswer cancelAll() {
            throw new AssertionError("not asked for");
        }

        @Override
        public OrderLookup find(BrokerOrderId id) {
            throw new AssertionError("not asked for");
        }

        @Override
        public FetchResult<FetchedList<BrokerOrder>> openOrders() {
            throw new AssertionError("not asked for");
        }

        @Override
        public FetchResult<FetchedList<BrokerOrder>> ordersSince(Instant submittedAt) {
            throw new AssertionError("not asked for");
        }

        @Override
        public FetchResult<FetchedList<Position>> positions() {
            throw new AssertionError("not asked for");
        }

        @Override
        public FetchResult<Account> account() {
            throw new AssertionError("not asked for");
        }

        @Override
        public FetchResult<MarketClock> clock() {
            throw new AssertionError("not asked for");
        }
    }
}

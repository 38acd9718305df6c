package dev.lockstep.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.KeyScope;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.ExternalCancels;
import dev.lockstep.domain.port.store.OrderAddition;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link OrderRepository} promises; each implementation extends it. */
public abstract class OrderRepositoryContract {
    private static final Evidence EVIDENCE =
            new Evidence(Evidence.Source.POLL, "GET /v2/orders: 200", "req-1", "{\"id\": \"ü\"}");
    private static final int MAX_WAIT_SECONDS = 60;

    private final SampleOrders sample = new SampleOrders();

    /** The repository under test, empty at the start of each test and the same one throughout. */
    protected abstract OrderRepository repository();

    @Test
    void the_orders_that_were_to_take_the_place_of_another_are_found_by_it() {
        Order old = added();
        Order first = replacement(old);
        Order second = replacement(old);
        repository().addAll(List.of(first, second), EVIDENCE);

        assertThat(repository().replacements(old.id())).containsExactly(first, second);
        assertThat(repository().replacements(first.id())).isEmpty();
        assertThat(repository().find(second.id())).contains(second);
    }

    @Test
    void an_added_order_is_found_under_each_of_its_ids() {
        Order order = sample.intent();

        AddOutcome outcome = repository().add(order, EVIDENCE);

        assertThat(outcome).isEqualTo(new AddOutcome.Added(order));
        assertThat(repository().find(order.id())).contains(order);
        assertThat(repository().byClientOrderId(order.clientOrderId())).contains(order);
        assertThat(repository().byIdempotencyKey(order.idempotencyKey())).contains(order);
        assertThat(repository().byIdempotencyKey(new IdempotencyKey("another key"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("termsOfEveryKind")
    void an_order_of_any_kind_comes_back_as_it_was_stored(NewOrder terms) {
        Order order = sample.intent(terms);

        repository().add(order, EVIDENCE);

        assertThat(repository().find(order.id())).contains(order);
    }

    static Stream<NewOrder> termsOfEveryKind() {
        return Stream.of(
                terms("AAPL", "10", new OrderType.Market(), TimeInForce.DAY),
                terms("BRK.B", "0.000000001", new OrderType.Market(), TimeInForce.DAY),
                terms("F", "3", new OrderType.Limit(Price.of("0.9876")), TimeInForce.GTC),
                terms("SPY", "3", new OrderType.Stop(Price.of("500")), TimeInForce.OPG),
                terms(
                        "BTC/USD",
                        "123456789.123456789",
                        new OrderType.StopLimit(Price.of("99999.99"), Price.of("100000.000000001")),
                        TimeInForce.IOC),
                terms(
                        "QQQ",
                        "1",
                        new OrderType.TrailingStop(new OrderType.Trail.ByPrice(Price.of("1.25"))),
                        TimeInForce.FOK),
                terms(
                        "IWM",
                        "1",
                        new OrderType.TrailingStop(
                                new OrderType.Trail.ByPercent(new BigDecimal("2.5"))),
                        TimeInForce.CLS),
                limit().with(TradingHours.EXTENDED),
                limit().with(new OrderAmount.ByCash(Money.of("1000.25"))),
                limit().with(
                                new OrderClass.Bracket(
                                        new ExitLeg.TakeProfit(Price.of("90")),
                                        new ExitLeg.StopLoss(Price.of("110"), null))),
                limit().with(
                                new OrderClass.OneCancelsOther(
                                        new ExitLeg.StopLoss(Price.of("90"), Price.of("89.5")))),
                limit().with(
                                new OrderClass.OneTriggersOther(
                                        new ExitLeg.TakeProfit(Price.of("90")))),
                limit().with(
                                new OrderClass.OneTriggersOther(
                                        new ExitLeg.StopLoss(Price.of("110"), Price.of("110.5")))));
    }

    private static NewOrder limit() {
        return terms("AAPL", "3", new OrderType.Limit(Price.of("100")), TimeInForce.DAY);
    }

    private static NewOrder terms(
            String symbol, String orderQty, OrderType type, TimeInForce timeInForce) {
        return new NewOrder(
                new Symbol(symbol), Side.SELL, Quantity.of(orderQty), type, timeInForce);
    }

    @Test
    void a_second_order_under_an_idempotency_key_is_not_stored_and_the_first_is_returned() {
        IdempotencyKey key = new IdempotencyKey("click-1");
        Order first = sample.intentUnder(key);
        Order second = sample.intentUnder(key);
        repository().add(first, EVIDENCE);

        assertThat(repository().add(second, EVIDENCE))
                .isEqualTo(new AddOutcome.AlreadyThere(first));
        assertThat(repository().find(second.id())).isEmpty();
        assertThat(repository().history(second.id())).isEmpty();
    }

    @Test
    void one_key_in_two_scopes_is_two_orders_and_each_is_found_by_its_own() {
        IdempotencyKey plain = new IdempotencyKey("1");
        IdempotencyKey trend = new IdempotencyKey("1", new KeyScope("trend"));
        IdempotencyKey carry = new IdempotencyKey("1", new KeyScope("carry"));
        for (IdempotencyKey key : List.of(plain, trend, carry)) {
            Order order = sample.intentUnder(key);
            assertThat(repository().add(order, EVIDENCE)).isEqualTo(new AddOutcome.Added(order));
            assertThat(repository().byIdempotencyKey(key)).contains(order);
            assertThat(repository().find(order.id())).contains(order);
            assertThat(repository().add(sample.intentUnder(key), EVIDENCE))
                    .isEqualTo(new AddOutcome.AlreadyThere(order));
        }
        assertThat(repository().byIdempotencyKey(new IdempotencyKey("2"))).isEmpty();
    }

    @Test
    void a_key_that_comes_twice_in_one_batch_is_one_order() {
        IdempotencyKey key = new IdempotencyKey("click-1");
        Order first = sample.intentUnder(key);
        Order other = sample.intent();

        List<AddOutcome> outcomes =
                repository().addAll(List.of(first, sample.intentUnder(key), other), EVIDENCE);

        assertThat(outcomes)
                .containsExactly(
                        new AddOutcome.Added(first),
                        new AddOutcome.AlreadyThere(first),
                        new AddOutcome.Added(other));
    }

    @Test
    void each_order_of_a_batch_has_the_evidence_it_came_with() {
        Order first = sample.intent();
        Order second = sample.intent();

        repository()
                .addAll(
                        List.of(
                                new OrderAddition(first, EVIDENCE),
                                new OrderAddition(second, Evidence.local("another"))));

        assertThat(repository().history(first.id()))
                .containsExactly(OrderEvent.of(first, EVIDENCE));
        assertThat(repository().history(second.id()))
                .containsExactly(OrderEvent.of(second, Evidence.local("another")));
    }

    @Test
    void a_batch_with_an_id_that_another_order_has_is_refused_whole() {
        Order known = sample.sentElsewhere("b-1", "17");
        repository().add(known, EVIDENCE);
        Order good = sample.intent();
        Order sameBrokerId = sample.sentElsewhere("b-1", "18");
        Order sameClientId = sample.sentElsewhere("b-2", "17");

        for (Order bad : List.of(sameBrokerId, sameClientId)) {
            assertThatThrownBy(() -> repository().addAll(List.of(good, bad), EVIDENCE))
                    .hasMessageContaining(bad.id() + " (expected: an id not used before)");
        }
        assertThatThrownBy(() ->
                        repository()
                                .addAll(
                                        List.of(
                                                good,
                                                sample.sentElsewhere("b-3", "19"),
                                                sample.sentElsewhere("b-3", "20")),
                                        EVIDENCE))
                .hasMessageContaining("an id not used before");
        assertThat(repository().find(good.id())).isEmpty();
    }

    @Test
    void twenty_threads_with_one_idempotency_key_store_one_order() throws Exception {
        IdempotencyKey key = new IdempotencyKey("click-1");
        List<Order> orders = IntStream.range(0, 20).mapToObj(_ -> sample.intentUnder(key)).toList();

        List<AddOutcome> outcomes =
                atOnce(
                        orders.stream()
                                .<Callable<AddOutcome>>map(
                                        order -> () -> repository().add(order, EVIDENCE))
                                .toList());

        assertThat(outcomes).filteredOn(AddOutcome.Added.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .extracting(AddOutcome::order)
                .containsOnly(outcomes.getFirst().order());
        assertThat(repository().search(OrderQuery.all())).hasSize(1);
    }

    @Test
    void the_legs_of_an_order_are_found_by_their_parent_and_stored_once() {
        Order parent = added();
        Order other = added();
        Order leg = leg(parent, "take-profit");
        repository().addAll(List.of(leg, leg(parent, "stop-loss")), EVIDENCE);

        AddOutcome again = repository().add(leg(parent, "take-profit"), EVIDENCE);

        assertThat(again).isEqualTo(new AddOutcome.AlreadyThere(leg));
        assertThat(repository().legs(parent.id())).hasSize(2).contains(leg);
        assertThat(repository().legs(other.id())).isEmpty();
        assertThat(repository().find(leg.id())).contains(leg);
    }

    private Order leg(Order parent, String name) {
        NewOrder terms = terms("AAPL", "10", new OrderType.Market(), TimeInForce.DAY);
        BrokerOrder there =
                new BrokerOrder(
                        new BrokerOrderId(name + parent.id()),
                        new ClientOrderId(name + parent.id()),
                        terms.symbol(),
                        terms.side(),
                        terms.amount(),
                        terms,
                        new ReportedStatus.Known("held", OrderStatus.HELD),
                        Quantity.ZERO,
                        null,
                        SampleOrders.START,
                        SampleOrders.START,
                        List.of());
        return Order.leg(sample.ids().nextOrderId(), parent, terms, there, SampleOrders.START);
    }

    @Test
    void the_intent_is_the_first_event_of_the_history() {
        Order order = added();

        assertThat(repository().history(order.id()))
                .containsExactly(OrderEvent.of(order, EVIDENCE));
    }

    @Test
    void an_update_stores_the_next_version_and_its_event() {
        Order order = added();
        ExecutionReport report = SampleOrders.report(order, OrderStatus.PARTIALLY_FILLED, "2.5");
        Order next = order.apply(report, SampleOrders.START.plusSeconds(2));

        UpdateOutcome outcome = repository().update(update(order, report));

        assertThat(outcome).isEqualTo(new UpdateOutcome.Updated(order, next));
        assertThat(repository().find(order.id())).contains(next);
        assertThat(repository().byBrokerOrderId(SampleOrders.brokerOrderId(order))).contains(next);
        assertThat(repository().history(order.id()))
                .containsExactly(OrderEvent.of(order, EVIDENCE), OrderEvent.of(next, EVIDENCE));
    }

    @Test
    void a_quantity_that_the_broker_changed_comes_back_with_the_order_and_its_history() {
        Order order = added();
        BrokerOrder smaller =
                SampleOrders.like(SampleOrders.atBroker(order, OrderStatus.NEW, "0"))
                        .amount("6")
                        .order();

        assertThat(
                        repository()
                                .update(
                                        OrderUpdate.applying(
                                                order.id(),
                                                smaller.report(),
                                                SampleOrders.START,
                                                EVIDENCE)))
                .isInstanceOf(UpdateOutcome.Updated.class);

        Order stored = repository().find(order.id()).orElseThrow();
        assertThat(stored.terms().orderQty()).isEqualTo(Quantity.of("6"));
        assertThat(stored).isEqualTo(order.apply(smaller.report(), SampleOrders.START));
        assertThat(repository().history(order.id()))
                .last()
                .extracting(OrderEvent::state)
                .isEqualTo(stored.state());
    }

    @Test
    void an_update_that_changes_nothing_writes_nothing() {
        Order order = added();
        ExecutionReport report = SampleOrders.report(order, OrderStatus.NEW, "0");
        repository().update(update(order, report));
        Order working = repository().find(order.id()).orElseThrow();

        assertThat(repository().update(update(order, report)))
                .isEqualTo(new UpdateOutcome.Unchanged(working));
        assertThat(repository().history(order.id())).hasSize(2);
    }

    @Test
    void an_update_of_an_order_that_is_not_there_says_so() {
        Order stranger = sample.intent();

        assertThat(repository().update(update(stranger, new ExecutionReport.CancelRequested())))
                .isEqualTo(new UpdateOutcome.NotFound(stranger.id()));
    }

    @Test
    void a_change_that_was_made_of_an_older_copy_is_refused() {
        Order order = added();
        Order stale = order.apply(new ExecutionReport.Unresolved("stale"), SampleOrders.START);
        repository().update(update(order, SampleOrders.report(order, OrderStatus.NEW, "0")));
        Order stored = repository().find(order.id()).orElseThrow();

        UpdateOutcome outcome =
                repository().update(new OrderUpdate(order.id(), _ -> stale, EVIDENCE));

        assertThat(outcome).isInstanceOf(UpdateOutcome.Refused.class);
        assertThat(repository().find(order.id())).contains(stored);
        assertThat(repository().history(order.id())).hasSize(2);
    }

    @Test
    void a_change_that_throws_is_refused_with_its_message_and_leaves_no_trace() {
        Order order = added();

        UpdateOutcome outcome =
                repository()
                        .update(
                                new OrderUpdate(
                                        order.id(),
                                        _ -> {
                                            throw new IllegalStateException("no good");
                                        },
                                        EVIDENCE));

        assertThat(outcome).isEqualTo(new UpdateOutcome.Refused(order.id(), "no good"));
        assertThat(repository().history(order.id())).hasSize(1);
    }

    @Test
    void one_bad_order_does_not_stop_the_other_forty_nine() {
        List<Order> orders = added(50);
        List<OrderUpdate> updates = new ArrayList<>();
        for (Order order : orders) {
            updates.add(update(order, SampleOrders.report(order, OrderStatus.NEW, "0")));
        }
        Order bad = orders.get(20);
        updates.set(20, update(bad, SampleOrders.report(orders.getFirst(), OrderStatus.NEW, "0")));

        List<UpdateOutcome> outcomes = repository().updateAll(updates, BatchMode.EACH_FOR_ITSELF);

        assertThat(outcomes).hasSize(50);
        assertThat(outcomes).filteredOn(UpdateOutcome.Updated.class::isInstance).hasSize(49);
        assertThat(outcomes.get(20)).isInstanceOf(UpdateOutcome.Refused.class);
        assertThat(repository().find(bad.id())).contains(bad);
        assertThat(repository().history(bad.id())).hasSize(1);
        assertThat(repository().history(orders.getLast().id())).hasSize(2);
    }

    @Test
    void all_or_nothing_means_nothing_when_one_is_refused() {
        List<Order> orders = added(3);
        List<OrderUpdate> updates =
                List.of(
                        update(
                                orders.get(0),
                                SampleOrders.report(orders.get(0), OrderStatus.NEW, "0")),
                        update(sample.intent(), new ExecutionReport.CancelRequested()),
                        update(
                                orders.get(2),
                                SampleOrders.report(orders.get(2), OrderStatus.NEW, "0")));

        List<UpdateOutcome> outcomes = repository().updateAll(updates, BatchMode.ALL_OR_NOTHING);

        assertThat(outcomes)
                .containsExactly(
                        new UpdateOutcome.RolledBack(orders.get(0).id()),
                        new UpdateOutcome.NotFound(updates.get(1).id()),
                        new UpdateOutcome.RolledBack(orders.get(2).id()));
        orders.forEach(order -> assertThat(repository().find(order.id())).contains(order));
        orders.forEach(order -> assertThat(repository().history(order.id())).hasSize(1));
    }

    @Test
    void all_or_nothing_means_all_when_none_is_refused() {
        List<Order> orders = added(3);
        List<OrderUpdate> updates =
                orders.stream()
                        .map(order ->
                                update(order, SampleOrders.report(order, OrderStatus.FILLED, "10")))
                        .toList();

        assertThat(repository().updateAll(updates, BatchMode.ALL_OR_NOTHING))
                .hasOnlyElementsOfType(UpdateOutcome.Updated.class)
                .hasSize(3);
    }

    @Test
    void two_updates_of_one_order_in_a_batch_build_on_each_other() {
        Order order = added();

        repository()
                .updateAll(
                        List.of(
                                update(order, SampleOrders.report(order, OrderStatus.NEW, "0")),
                                update(
                                        order,
                                        SampleOrders.report(order, OrderStatus.FILLED, "10"))),
                        BatchMode.EACH_FOR_ITSELF);

        Order filled = repository().find(order.id()).orElseThrow();
        assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(filled.version()).isEqualTo(3);
    }

    @Test
    void a_broker_order_id_belongs_to_one_order_for_ever() {
        List<Order> orders = added(2);
        ExecutionReport report = SampleOrders.report(orders.getFirst(), OrderStatus.NEW, "0");
        repository().update(update(orders.getFirst(), report));

        assertThat(repository().update(update(orders.getLast(), report)))
                .isInstanceOf(UpdateOutcome.Refused.class);
        assertThat(repository().byBrokerOrderId(SampleOrders.brokerOrderId(orders.getFirst())))
                .map(Order::id)
                .contains(orders.getFirst().id());
    }

    @Test
    void a_change_that_waits_for_a_thread_which_uses_the_repository_is_refused() {
        Order order = sample.intent();
        repository().add(order, EVIDENCE);
        Order inner = sample.intent();

        UpdateOutcome outcome =
                repository()
                        .update(
                                new OrderUpdate(
                                        order.id(),
                                        stored -> {
                                            CompletableFuture.runAsync(
                                                            () -> repository().add(inner, EVIDENCE))
                                                    .join();
                                            return stored.apply(
                                                    new ExecutionReport.CancelRequested(),
                                                    SampleOrders.START);
                                        },
                                        EVIDENCE));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        UpdateOutcome.Refused.class,
                        refused -> assertThat(refused.text()).contains("waits for another thread"));
        assertThat(repository().find(inner.id())).isEmpty();
        assertThat(repository().find(order.id())).contains(order);
    }

    @Test
    void no_update_is_lost_when_many_threads_change_one_order() throws Exception {
        Order order = added();
        int threads = 16;
        int rounds = 25;
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            writers.add(() -> {
                for (int round = 0; round < rounds; round++) {
                    repository().update(oneMoreVersion(order.id()));
                }
                return rounds;
            });
        }

        atOnce(writers);

        assertThat(repository().find(order.id()).orElseThrow().version())
                .isEqualTo(1 + threads * rounds);
        assertThat(repository().history(order.id()))
                .extracting(OrderEvent::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1 + threads * rounds)
                                .mapToObj(Long::valueOf)
                                .toList());
    }

    @Test
    void check_then_act_has_one_winner_in_every_round() throws Exception {
        for (int round = 0; round < 20; round++) {
            Order order = added();
            OrderUpdate claim =
                    new OrderUpdate(
                            order.id(),
                            stored ->
                                    stored.version() == 1
                                            ? stored.apply(
                                                    new ExecutionReport.Unresolved("mine"),
                                                    SampleOrders.START)
                                            : stored,
                            EVIDENCE);
            Callable<UpdateOutcome> claimant = () -> repository().update(claim);

            List<UpdateOutcome> outcomes = atOnce(List.of(claimant, claimant, claimant, claimant));

            assertThat(outcomes).filteredOn(UpdateOutcome.Updated.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(UpdateOutcome.Unchanged.class::isInstance).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(OrderQuery.Direction.class)
    void pages_show_every_order_once_and_in_order(OrderQuery.Direction direction) {
        List<OrderId> ids = new ArrayList<>(added(23).stream().map(Order::id).toList());
        OrderQuery query = OrderQuery.all().limit(5);
        if (direction == OrderQuery.Direction.NEWEST_FIRST) {
            query = query.newestFirst();
            ids = ids.reversed();
        }

        assertThat(everyPage(query)).isEqualTo(ids);
    }

    @Test
    void a_query_finds_by_status_symbol_side_and_trades() {
        Order filled = added();
        Order waiting = added();
        Order other = sample.intent(terms("MSFT", "1", new OrderType.Market(), TimeInForce.DAY));
        repository().add(other, EVIDENCE);
        repository().update(update(filled, SampleOrders.report(filled, OrderStatus.FILLED, "10")));

        assertThat(everyPage(OrderQuery.all().in(EnumSet.of(OrderStatus.FILLED))))
                .containsExactly(filled.id());
        assertThat(everyPage(OrderQuery.all().in(EnumSet.of(OrderStatus.PENDING_SUBMIT))))
                .containsExactly(waiting.id(), other.id());
        assertThat(everyPage(OrderQuery.all().of(new Symbol("MSFT")))).containsExactly(other.id());
        assertThat(everyPage(OrderQuery.all().traded())).containsExactly(filled.id());
        assertThat(everyPage(OrderQuery.all().of(Side.SELL))).containsExactly(other.id());
        assertThat(everyPage(OrderQuery.all().of(Side.BUY)))
                .containsExactly(filled.id(), waiting.id());
    }

    @Test
    void orders_are_searched_by_their_strategy() {
        StrategyId trend = new StrategyId("trend");
        Order ofTrend = sample.intent(SampleOrders.tenShares().with(trend));
        Order ofPairs = sample.intent(SampleOrders.tenShares().with(new StrategyId("pairs")));
        Order ofNone = sample.intent();
        repository().addAll(List.of(ofTrend, ofPairs, ofNone), EVIDENCE);

        assertThat(everyPage(OrderQuery.all().of(trend))).containsExactly(ofTrend.id());
        assertThat(everyPage(OrderQuery.all().of(trend).in(EnumSet.of(OrderStatus.FILLED))))
                .isEmpty();
        assertThat(repository().find(ofTrend.id())).contains(ofTrend);
    }

    @Test
    void a_purpose_is_stored_as_it_is_and_searched_by_its_kind() {
        Order requested = sample.intent();
        Order first = sample.of(new OrderPurpose.Closing(null, true));
        Order second = sample.of(new OrderPurpose.Closing(first.id(), false));
        Order exit = sample.of(new OrderPurpose.Remainder(requested.id()));
        Order restored =
                sample.of(
                        new OrderPurpose.Protection(
                                exit.id(), first.id(), OrderPurpose.Protection.Part.CLOSED, 2));
        Order leg = sample.of(new OrderPurpose.Leg());
        Order adopted = sample.of(new OrderPurpose.Adopted());
        Order imported = sample.of(new OrderPurpose.Imported());
        List<Order> all = List.of(requested, first, second, exit, restored, leg, adopted, imported);
        repository().addAll(all, EVIDENCE);

        assertThat(all)
                .allSatisfy(order -> assertThat(repository().find(order.id())).contains(order));
        assertThat(everyPage(OrderQuery.all().of(OrderPurpose.Kind.CLOSING)))
                .containsExactly(first.id(), second.id());
        assertThat(
                        everyPage(
                                OrderQuery.all()
                                        .of(OrderPurpose.Kind.CLOSING)
                                        .of(new Symbol("MSFT"))
                                        .newestFirst()))
                .isEmpty();
        assertThat(everyPage(OrderQuery.all().of(OrderPurpose.Kind.REQUESTED)))
                .containsExactly(requested.id());
        assertThat(
                        everyPage(
                                OrderQuery.all()
                                        .of(OrderPurpose.Kind.PROTECTION)
                                        .in(EnumSet.of(OrderStatus.WAITING))))
                .containsExactly(restored.id());
    }

    @Test
    void what_is_held_follows_every_fill_from_the_first_question_on() {
        Symbol msft = new Symbol("MSFT");
        assertThat(repository().holdings()).isEqualTo(Holdings.NONE);
        Order bought = added();
        repository()
                .update(
                        update(
                                bought,
                                SampleOrders.report(bought, OrderStatus.PARTIALLY_FILLED, "4")));
        assertThat(repository().holdings().bySymbol())
                .containsExactly(Map.entry(bought.terms().symbol(), NetQuantity.of("4")));

        Order sold =
                sample.intent(
                        new NewOrder(
                                msft,
                                Side.SELL,
                                Quantity.of("2.5"),
                                new OrderType.Market(),
                                TimeInForce.DAY));
        repository().add(sold, EVIDENCE);
        repository().update(update(bought, SampleOrders.report(bought, OrderStatus.FILLED, "10")));
        repository().update(update(sold, SampleOrders.report(sold, OrderStatus.FILLED, "2.5")));

        assertThat(repository().holdings().of(bought.terms().symbol()))
                .isEqualTo(NetQuantity.of("10"));
        assertThat(repository().holdings().of(msft)).isEqualTo(NetQuantity.of("-2.5"));
    }

    @Test
    void a_late_fill_of_the_first_of_three_replaced_orders_is_counted_once() {
        List<Order> chain = chain(3);
        repository().holdings();
        report(chain.getLast(), "10");

        report(chain.getFirst(), "4");

        assertThat(repository().holdings().of(chain.getFirst().terms().symbol()))
                .isEqualTo(NetQuantity.of("10"));
        assertThat(Holdings.NONE.plus(everyOrder(OrderQuery.all().counted())))
                .isEqualTo(repository().holdings());
    }

    @Test
    void what_is_held_equals_the_model_whatever_the_order_of_a_chains_reports() {
        Random random = new Random(12);
        int modelled = 0;
        for (int round = 0; round < 20; round++) {
            List<Order> chain = chain(2 + random.nextInt(3));
            int most = 0;
            for (int report = 0; report < 6; report++) {
                int cumQty = random.nextInt(11);
                report(chain.get(random.nextInt(chain.size())), String.valueOf(cumQty));
                most = Math.max(most, cumQty);
                assertThat(repository().holdings().of(chain.getFirst().terms().symbol()).value())
                        .isLessThanOrEqualTo(new BigDecimal(modelled + most));
            }
            List<String> traded =
                    chain.stream()
                            .map(order -> repository().find(order.id()).orElseThrow())
                            .map(order -> order.cumQty().toString())
                            .toList();
            modelled += traded.stream().mapToInt(Integer::parseInt).max().orElse(0);
            assertThat(repository().holdings())
                    .isEqualTo(Holdings.NONE.plus(everyOrder(OrderQuery.all())));
            assertThat(repository().holdings().of(chain.getFirst().terms().symbol()).value())
                    .isEqualTo(new BigDecimal(modelled));
        }
    }

    @Test
    void what_a_replacement_counts_of_the_order_before_it_is_kept_after_a_bust() {
        List<Order> chain = chain(2);
        Order first = chain.getFirst();
        repository().update(update(first, SampleOrders.report(first, OrderStatus.REPLACED, "4")));
        report(chain.getLast(), "9");
        repository().holdings();

        var busted = SampleOrders.report(first, OrderStatus.REPLACED, "0");
        repository().update(update(first, new ExecutionReport.Corrected(busted)));

        assertHeld(first, "5");
        OrderState.Carried carried = new OrderState.Carried(Quantity.of("4"), Price.of("189.125"));
        assertThat(repository().find(first.id()).orElseThrow().state().carried())
                .isEqualTo(carried);
        assertThat(repository().history(first.id()).getLast().state().carried()).isEqualTo(carried);
        OrderState.Carried less = new OrderState.Carried(Quantity.of("1"), Price.of("189.125"));
        repository().update(update(first, new ExecutionReport.CarriedOver(less)));
        assertHeld(first, "8");
    }

    @Test
    void a_rejected_replacement_holds_nothing_also_after_a_bust_of_the_order_that_works_on() {
        List<Order> chain = chain(2);
        Order first = chain.getFirst();
        Order rejected = chain.getLast();
        report(first, "4");
        report(rejected, "4");
        repository().holdings();
        repository()
                .update(update(rejected, SampleOrders.report(rejected, OrderStatus.REJECTED, "4")));
        assertHeld(first, "4");

        var busted = SampleOrders.report(first, OrderStatus.NEW, "0");
        repository().update(update(first, new ExecutionReport.Corrected(busted)));

        assertHeld(first, "0");
    }

    @Test
    void a_requested_cancel_of_an_external_order_is_kept_until_it_ends() {
        BrokerOrderId first = new BrokerOrderId("external-1");
        BrokerOrderId second = new BrokerOrderId("external-2");
        ExternalCancels cancels = repository().externalCancels();
        cancels.request(List.of(second), SampleOrders.START);

        cancels.request(List.of(first, second), SampleOrders.START.plusSeconds(1));

        assertThat(cancels.requested())
                .containsExactly(
                        new ExternalCancels.Request(second, SampleOrders.START),
                        new ExternalCancels.Request(first, SampleOrders.START.plusSeconds(1)));
        cancels.end(second);
        cancels.end(second);
        assertThat(repository().externalCancels().requested())
                .extracting(ExternalCancels.Request::id)
                .containsExactly(first);
    }

    @Test
    void too_many_requested_cancels_at_once_are_refused() {
        List<BrokerOrderId> ids =
                IntStream.rangeClosed(0, ExternalCancels.MAX_REQUESTS)
                        .mapToObj(number -> new BrokerOrderId("external-" + number))
                        .toList();

        assertThatThrownBy(() -> repository().externalCancels().request(ids, SampleOrders.START))
                .isInstanceOf(InvalidValueException.class);
        assertThat(repository().externalCancels().requested()).isEmpty();
    }

    private void assertHeld(Order order, String netQty) {
        assertThat(repository().holdings().of(order.terms().symbol()))
                .isEqualTo(NetQuantity.of(netQty));
        assertThat(Holdings.NONE.plus(everyOrder(OrderQuery.all().counted())))
                .isEqualTo(repository().holdings());
    }

    private List<Order> chain(int length) {
        List<Order> chain = new ArrayList<>(List.of(added()));
        while (chain.size() < length) {
            OrderId id = sample.ids().nextOrderId();
            Order next =
                    Order.replacement(
                            id,
                            sample.ids().clientOrderId(id),
                            new IdempotencyKey(id.value()),
                            chain.getLast(),
                            chain.getLast().terms(),
                            SampleOrders.START);
            repository().add(next, EVIDENCE);
            chain.add(next);
        }
        return chain;
    }

    private void report(Order order, String cumQty) {
        OrderStatus status = "0".equals(cumQty) ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
        repository().update(update(order, SampleOrders.report(order, status, cumQty)));
    }

    private List<Order> everyOrder(OrderQuery query) {
        return everyPage(query).stream().map(id -> repository().find(id).orElseThrow()).toList();
    }

    @Test
    void replacements_are_not_read_inside_a_write() {
        Order order = added();

        UpdateOutcome outcome =
                repository()
                        .update(
                                new OrderUpdate(
                                        order.id(),
                                        stored -> {
                                            repository().replacements(stored.id());
                                            return stored;
                                        },
                                        EVIDENCE));

        assertThat(outcome).isInstanceOf(UpdateOutcome.Refused.class);
    }

    @Test
    void an_order_that_was_used_before_is_no_new_order() {
        Order order = added();
        Order sameIdOtherKey =
                Order.intent(
                        order.id(),
                        order.clientOrderId(),
                        new IdempotencyKey("another"),
                        order.terms(),
                        SampleOrders.START);

        assertThatThrownBy(() -> repository().add(sameIdOtherKey, EVIDENCE))
                .hasMessageContaining(order.id().value());
        assertThat(repository().search(OrderQuery.all())).containsExactly(order);
    }

    @Test
    void a_batch_has_a_bound() {
        Order order = added();
        List<OrderUpdate> tooMany =
                Collections.nCopies(
                        OrderRepository.MAX_BATCH + 1,
                        update(order, new ExecutionReport.CancelRequested()));

        assertThatThrownBy(() -> repository().updateAll(tooMany, BatchMode.EACH_FOR_ITSELF))
                .hasMessageContaining("at most 10000");
    }

    @Test
    void an_empty_batch_is_no_work() {
        assertThat(repository().addAll(List.of(), EVIDENCE)).isEmpty();
        assertThat(repository().updateAll(List.of(), BatchMode.ALL_OR_NOTHING)).isEmpty();
    }

    @Test
    void a_change_of_anything_but_the_state_is_refused() {
        Order order = added();
        Order other = sample.intent(terms("MSFT", "1", new OrderType.Market(), TimeInForce.DAY));
        List<UnaryOperator<Order>> changes =
                List.of(
                        stored -> rewritten(stored, other.clientOrderId(), stored.terms(), null),
                        stored -> rewritten(stored, stored.clientOrderId(), other.terms(), null),
                        stored ->
                                rewritten(
                                        stored,
                                        stored.clientOrderId(),
                                        stored.terms(),
                                        other.id()));

        for (UnaryOperator<Order> change : changes) {
            assertThat(repository().update(new OrderUpdate(order.id(), change, EVIDENCE)))
                    .isInstanceOfSatisfying(
                            UpdateOutcome.Refused.class,
                            refused -> assertThat(refused.text()).contains("terms: changed"));
        }
        assertThat(repository().find(order.id())).contains(order);
        assertThat(repository().history(order.id())).hasSize(1);
    }

    private static Order rewritten(
            Order stored, ClientOrderId clientOrderId, NewOrder terms, @Nullable OrderId parent) {
        return new Order(
                stored.id(),
                clientOrderId,
                stored.idempotencyKey(),
                stored.purpose(),
                parent,
                stored.replaces(),
                terms,
                stored.state(),
                stored.createdAt(),
                stored.updatedAt(),
                stored.version() + 1);
    }

    @Test
    void a_change_that_reads_the_repository_is_refused_at_once() {
        Order order = added();

        assertRefusedInside(order, stored -> repository().find(stored.id()).orElseThrow());
        assertRefusedInside(order, stored -> repository().search(OrderQuery.all()).getFirst());
    }

    @Test
    void a_change_that_writes_to_the_repository_is_refused_at_once() {
        Order order = added();
        Order other = added();

        assertRefusedInside(
                order,
                stored -> {
                    repository()
                            .update(
                                    update(
                                            other,
                                            SampleOrders.report(other, OrderStatus.NEW, "0")));
                    return stored;
                });
        assertRefusedInside(order, stored -> repository().add(sample.intent(), EVIDENCE).order());
        assertThat(repository().find(other.id())).contains(other);
        assertThat(repository().search(OrderQuery.all())).hasSize(2);
    }

    private void assertRefusedInside(Order order, UnaryOperator<Order> change) {
        assertThat(repository().update(new OrderUpdate(order.id(), change, EVIDENCE)))
                .isInstanceOfSatisfying(
                        UpdateOutcome.Refused.class,
                        refused -> assertThat(refused.text()).contains("from inside a write"));
    }

    @Test
    void a_batch_tells_the_outcome_of_each_update_in_its_place() {
        List<Order> orders = added(4);
        Order stranger = sample.intent();
        ExecutionReport working = SampleOrders.report(orders.get(1), OrderStatus.NEW, "0");
        repository().update(update(orders.get(1), working));
        Order stale =
                orders.get(2).apply(new ExecutionReport.Unresolved("stale"), SampleOrders.START);
        repository().update(oneMoreVersion(orders.get(2).id()));

        List<UpdateOutcome> outcomes =
                repository()
                        .updateAll(
                                List.of(
                                        update(
                                                orders.get(0),
                                                SampleOrders.report(
                                                        orders.get(0), OrderStatus.FILLED, "10")),
                                        update(orders.get(1), working),
                                        new OrderUpdate(orders.get(2).id(), _ -> stale, EVIDENCE),
                                        update(stranger, new ExecutionReport.CancelRequested()),
                                        oneMoreVersion(orders.get(3).id())),
                                BatchMode.EACH_FOR_ITSELF);

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Updated", "Unchanged", "Refused", "NotFound", "Updated");
        assertThat(repository().history(orders.get(1).id())).hasSize(2);
        assertThat(repository().history(orders.get(2).id())).hasSize(2);
    }

    @Test
    void two_hundred_unchanged_orders_write_nothing_however_often_they_are_synced() {
        List<Order> orders = added(200);
        List<OrderUpdate> poll =
                orders.stream()
                        .map(order ->
                                update(order, SampleOrders.report(order, OrderStatus.NEW, "0")))
                        .toList();
        repository().updateAll(poll, BatchMode.EACH_FOR_ITSELF);
        List<Order> before = repository().search(OrderQuery.all().limit(200));

        for (BatchMode mode : BatchMode.values()) {
            assertThat(repository().updateAll(poll, mode))
                    .hasSize(200)
                    .hasOnlyElementsOfType(UpdateOutcome.Unchanged.class);
        }

        assertThat(repository().search(OrderQuery.all().limit(200))).isEqualTo(before);
        assertThat(before)
                .allSatisfy(order -> assertThat(repository().history(order.id())).hasSize(2));
    }

    @Test
    void all_or_nothing_undoes_two_updates_of_one_order_together() {
        Order order = added();

        List<UpdateOutcome> outcomes =
                repository()
                        .updateAll(
                                List.of(
                                        oneMoreVersion(order.id()),
                                        oneMoreVersion(order.id()),
                                        update(
                                                sample.intent(),
                                                new ExecutionReport.CancelRequested())),
                                BatchMode.ALL_OR_NOTHING);

        assertThat(outcomes).filteredOn(UpdateOutcome.RolledBack.class::isInstance).hasSize(2);
        assertThat(repository().find(order.id())).contains(order);
        assertThat(repository().history(order.id())).hasSize(1);
    }

    @Test
    void a_batch_of_the_largest_size_is_stored_in_full() {
        List<Order> orders = added(OrderRepository.MAX_BATCH);
        List<OrderUpdate> poll =
                orders.stream()
                        .map(order ->
                                update(order, SampleOrders.report(order, OrderStatus.NEW, "0")))
                        .toList();

        assertThat(repository().updateAll(poll, BatchMode.EACH_FOR_ITSELF))
                .hasSize(OrderRepository.MAX_BATCH)
                .hasOnlyElementsOfType(UpdateOutcome.Updated.class);
        assertThat(repository().history(orders.getFirst().id())).hasSize(2);
        assertThat(repository().history(orders.getLast().id())).hasSize(2);
    }

    @Test
    void the_writes_of_one_caller_keep_their_order() throws Exception {
        List<Order> orders = added(8);
        List<Callable<OrderId>> callers =
                orders.stream()
                        .<Callable<OrderId>>map(order ->
                                () -> {
                                    for (int write = 0; write < 20; write++) {
                                        repository().update(textOf(order.id(), write));
                                    }
                                    return order.id();
                                })
                        .toList();

        for (OrderId id : atOnce(callers)) {
            assertThat(repository().history(id).stream().skip(1))
                    .extracting(event -> event.evidence().summary())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 20).mapToObj(write -> "write " + write).toList());
        }
    }

    private static OrderUpdate textOf(OrderId id, int write) {
        return new OrderUpdate(id, oneMoreVersion(id).change(), Evidence.local("write " + write));
    }

    @Test
    void a_list_that_was_read_does_not_change_afterwards() {
        Order order = added();
        List<OrderEvent> before = repository().history(order.id());

        repository().update(update(order, SampleOrders.report(order, OrderStatus.NEW, "0")));

        assertThat(before).hasSize(1);
    }

    private Order added() {
        return added(1).getFirst();
    }

    private List<Order> added(int count) {
        List<Order> orders = IntStream.range(0, count).mapToObj(_ -> sample.intent()).toList();
        repository().addAll(orders, EVIDENCE);
        return orders;
    }

    private static OrderUpdate update(Order order, ExecutionReport report) {
        return OrderUpdate.applying(
                order.id(), report, SampleOrders.START.plusSeconds(2), EVIDENCE);
    }

    /** Flips between two states, so that every call makes a version. */
    private static OrderUpdate oneMoreVersion(OrderId id) {
        return new OrderUpdate(
                id,
                stored ->
                        stored.apply(
                                stored.status() == OrderStatus.UNKNOWN
                                        ? new ExecutionReport.Resent()
                                        : new ExecutionReport.Unresolved("v" + stored.version()),
                                SampleOrders.START),
                EVIDENCE);
    }

    private List<OrderId> everyPage(OrderQuery first) {
        List<OrderId> found = new ArrayList<>();
        OrderQuery query = first;
        while (true) {
            List<Order> page = repository().search(query);
            assertThat(page).hasSizeLessThanOrEqualTo(query.limit());
            page.forEach(order -> found.add(order.id()));
            if (page.size() < query.limit()) {
                return found;
            }
            query = query.after(page.getLast().id());
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls, MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                results.add(future.get());
            }
            return results;
        }
    }

    private Order replacement(Order old) {
        Order like = sample.intent();
        return Order.replacement(
                like.id(),
                like.clientOrderId(),
                like.idempotencyKey(),
                old,
                old.terms(),
                SampleOrders.START);
    }
}

package dev.lockstep.domain.usecase.replace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeMarket;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReplaceOrderTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Evidence ANSWER = Evidence.local("answer");

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            new SubmitOrder(repository, broker, sample.ids(), clock);
    private final ReplaceOrder replaceOrder =
            new ReplaceOrder(repository, broker, sample.ids(), clock);
    private final SyncOrders syncOrders = new SyncOrders(repository, broker, sample.ids(), clock);
    private final ResolveUnknown resolveUnknown =
            new ResolveUnknown(
                    repository,
                    broker,
                    sample.ids(),
                    clock,
                    new RecoveryPolicy(Duration.ofSeconds(15), Duration.ofSeconds(60)));

    @Test
    void a_replacement_is_an_order_of_its_own_and_the_old_one_ends_by_the_brokers_word() {
        Order old = working();

        ReplaceResult result = replaceOrder.replace(old.id(), limit("101"));

        Order order = sent(result);
        assertThat(order.replaces()).isEqualTo(old.id());
        assertThat(order.status()).isEqualTo(OrderStatus.NEW);
        assertThat(order.terms().type()).isEqualTo(new OrderType.Limit(Price.of("101")));
        assertThat(stored(old).status()).isEqualTo(OrderStatus.REPLACED);
        assertThat(repository.history(old.id()))
                .extracting(event -> event.state().status())
                .containsSubsequence(OrderStatus.PENDING_REPLACE, OrderStatus.REPLACED);
        assertThat(repository.replacements(old.id())).containsExactly(order);
    }

    @Test
    void a_replacement_belongs_to_the_strategy_of_the_order_it_replaces() {
        StrategyId trend = new StrategyId("trend");
        NewOrder terms =
                SampleOrders.tenShares().with(new OrderType.Limit(Price.of("100"))).with(trend);
        Order old = working(terms);
        Order order = sent(replaceOrder.replace(old.id(), limit("101")));
        StatusReport filled =
                new StatusReport(
                        Objects.requireNonNull(order.brokerOrderId()),
                        new ReportedStatus.Known("filled", OrderStatus.FILLED),
                        Quantity.of("10"),
                        Price.of("101"),
                        clock.instant());
        repository.update(
                new OrderUpdate(
                        order.id(), stored -> stored.apply(filled, clock.instant()), ANSWER));

        assertThat(order.terms()).isEqualTo(old.terms().with(new OrderType.Limit(Price.of("101"))));
        assertThat(new HoldingsByStrategy(repository).of(AAPL).of(trend))
                .isEqualTo(NetQuantity.of("10"));
    }

    @Test
    void a_replacement_that_is_taken_and_rejected_later_leaves_the_old_order_working() {
        Order old = working();
        broker.losesReplaceAnswers(true);
        broker.failFinds(true);
        Order order = sent(replaceOrder.replace(old.id(), limit("101")));
        broker.failFinds(false);
        broker.set(standing(old, OrderStatus.PENDING_REPLACE));
        broker.set(standing(order, OrderStatus.ACCEPTED));
        resolveUnknown.resolve();
        syncOrders.sync();
        assertThat(stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(stored(old).status()).isEqualTo(OrderStatus.PENDING_REPLACE);

        broker.set(standing(order, OrderStatus.REJECTED));
        broker.set(standing(old, OrderStatus.NEW));
        syncOrders.sync();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(stored(order).state().text()).startsWith("rejected by the broker");
        assertThat(stored(old).status()).isEqualTo(OrderStatus.NEW);
        broker.losesReplaceAnswers(false);
        assertThat(sent(replaceOrder.replace(old.id(), limit("102"))).status())
                .isEqualTo(OrderStatus.NEW);
    }

    @Test
    void a_replacement_is_judged_by_the_instrument_too_and_only_for_what_has_not_traded() {
        FakeMarket market = new FakeMarket();
        ReplaceOrder judged =
                new ReplaceOrder(
                        repository,
                        broker,
                        sample.ids(),
                        clock,
                        new MarketWatch(broker, market, clock),
                        market);
        Order old = working();
        market.set(new Asset(AAPL, "", "NYSE", true, true, false, false, true, null, null, null));

        assertThat(judged.replace(old.id(), limit("101"))).isInstanceOf(ReplaceResult.Sent.class);
        market.set(new Asset(AAPL, "", "NYSE", false, true, true, true, true, null, null, null));
        assertThat(judged.replace(working().id(), limit("101")))
                .isInstanceOfSatisfying(
                        ReplaceResult.Denied.class,
                        denied ->
                                assertThat(denied.denials())
                                        .extracting(Denial::reason)
                                        .containsExactly(DenialReason.NOT_TRADABLE));
    }

    @Test
    void a_stop_that_follows_by_percent_cannot_follow_by_dollars() {
        NewOrder trailing =
                new NewOrder(
                        AAPL,
                        Side.SELL,
                        Quantity.of("10"),
                        new OrderType.TrailingStop(
                                new OrderType.Trail.ByPercent(new BigDecimal("2"))),
                        TimeInForce.GTC);
        Order old = submitOrder.submit(trailing).order();
        broker.set(old, OrderStatus.NEW, "0");
        syncOrders.sync();
        ReplaceRequest byDollars =
                new ReplaceRequest(
                        null, null, null, new OrderType.Trail.ByPrice(Price.of("1")), null);
        ReplaceRequest byPercent =
                new ReplaceRequest(
                        null, null, null, new OrderType.Trail.ByPercent(new BigDecimal("3")), null);

        assertThat(replaceOrder.replace(old.id(), byDollars))
                .isInstanceOfSatisfying(
                        ReplaceResult.Denied.class,
                        denied ->
                                assertThat(denied.denials())
                                        .extracting(Denial::toString)
                                        .containsExactly(
                                                "order_type field=trailPrice value=1"
                                                        + " expected=\"trailPercent, as the order has"
                                                        + " it\""));
        assertThat(replaceOrder.replace(old.id(), byPercent))
                .isInstanceOf(ReplaceResult.Sent.class);
    }

    @Test
    void the_whole_quantity_is_sent_and_what_traded_before_counts_once() {
        Order old = working();
        broker.set(old, OrderStatus.PARTIALLY_FILLED, "4");
        syncOrders.sync();

        Order order = sent(replaceOrder.replace(old.id(), limit("101")));

        assertThat(broker.replacements().getFirst().orderQty()).isEqualTo(Quantity.of("10"));
        assertThat(order.cumQty()).isEqualTo(Quantity.of("4"));
        assertThat(order.leavesQty()).isEqualTo(Quantity.of("6"));
        assertThat(held()).isEqualTo(NetQuantity.of("4"));
    }

    @Test
    void a_late_fill_of_the_old_order_counts_on_the_old_order() {
        Order old = working();
        Order order = sent(replaceOrder.replace(old.id(), limit("101")));

        broker.set(old, OrderStatus.REPLACED, "3");
        Order late = stored(old).apply(broker.book(old.clientOrderId()).report(), clock.instant());

        assertThat(late.status()).isEqualTo(OrderStatus.REPLACED);
        assertThat(late.cumQty()).isEqualTo(Quantity.of("3"));
        assertThat(Holdings.NONE.plus(List.of(late, order)).of(old.terms().symbol()))
                .isEqualTo(NetQuantity.of("3"));
    }

    @Test
    void a_refused_replacement_is_rejected_in_the_brokers_words_and_the_old_order_works_on() {
        Order old = working();
        broker.nextReplace(refused(RejectReason.PRICE_RULE, "too far away"));

        Order order = sent(replaceOrder.replace(old.id(), limit("101")));

        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(order.state().text()).contains("too far away");
        assertThat(stored(old).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void a_lost_answer_is_unknown_until_the_new_order_is_found_by_its_name() {
        Order old = working();
        broker.losesReplaceAnswers(true);
        Order unknown = sent(replaceOrder.replace(old.id(), limit("101")));
        BrokerOrder there = broker.book(unknown.clientOrderId());

        assertThat(unknown.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(there.replaces()).isEqualTo(old.brokerOrderId());
        assertThat(stored(old).status()).isEqualTo(OrderStatus.REPLACED);
        resolveUnknown.resolve();
        assertThat(stored(unknown).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void a_refusal_is_not_believed_where_the_broker_shows_the_replacement() {
        Order old = working();
        repository.onUpdate(() -> {
            repository.onUpdate(() -> {});
            Order intent = repository.replacements(old.id()).getFirst();
            broker.replace(
                    SampleOrders.brokerOrderId(old),
                    new Replacement(
                            intent.clientOrderId(),
                            Quantity.of("10"),
                            intent.terms().type(),
                            intent.terms().timeInForce()),
                    SendGuard.ALWAYS);
            broker.nextReplace(refused(RejectReason.ORDER_STATE, "not sent to exchange yet"));
        });

        Order order = sent(replaceOrder.replace(old.id(), limit("101")));

        assertThat(order.status()).isEqualTo(OrderStatus.NEW);
        assertThat(stored(old).status()).isEqualTo(OrderStatus.REPLACED);
    }

    @Test
    void a_replacement_that_never_arrived_is_never_sent_as_an_order_of_its_own() {
        Order old = working();
        broker.nextReplace(new ReplaceAnswer.Unresolved("timeout", ANSWER));
        Order lost = sent(replaceOrder.replace(old.id(), limit("101")));
        int sends = broker.sends().size();

        resolveUnknown.resolve();
        assertThat(stored(lost).status()).isEqualTo(OrderStatus.UNKNOWN);
        clock.pass(Duration.ofSeconds(16));
        resolveUnknown.resolve();

        assertThat(stored(lost).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(broker.sends()).hasSize(sends);
        assertThat(broker.replacements()).hasSize(1);
        syncOrders.sync();
        assertThat(stored(old).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void a_broker_that_takes_no_requests_leaves_the_old_order_working() {
        Order old = working();
        broker.nextReplace(new ReplaceAnswer.Throttled("rate limit exceeded", ANSWER));

        Order order = sent(replaceOrder.replace(old.id(), limit("101")));

        assertThat(order.status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(stored(old).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void an_unchanged_request_is_refused_only_if_the_working_order_really_matches() {
        Order old = working();

        assertThat(reasons(replaceOrder.replace(old.id(), limit("100"))))
                .containsExactly(DenialReason.REPLACED_BY_THE_SAME);
        assertThat(broker.replacements()).isEmpty();

        BrokerOrder there = broker.book(old.clientOrderId());
        broker.set(
                SampleOrders.like(there)
                        .terms(old.terms().with(new OrderType.Limit(Price.of("99"))))
                        .order());
        sent(replaceOrder.replace(old.id(), limit("100")));
        assertThat(broker.replacements()).hasSize(1);
    }

    @Test
    void a_total_that_has_traded_already_is_refused_here() {
        Order old = working();
        broker.set(old, OrderStatus.PARTIALLY_FILLED, "4");
        syncOrders.sync();

        assertThat(reasons(replaceOrder.replace(old.id(), quantity("4"))))
                .containsExactly(DenialReason.REPLACED_QUANTITY);
        assertThat(broker.replacements()).isEmpty();
        assertThat(stored(old).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Test
    void a_price_that_the_venue_does_not_take_is_refused_here() {
        assertThat(reasons(replaceOrder.replace(working().id(), limit("100.123"))))
                .containsExactly(DenialReason.PRICE_INCREMENT);
        assertThat(broker.replacements()).isEmpty();
    }

    @Test
    void a_price_that_the_order_does_not_have_is_named() {
        ReplaceRequest stop = new ReplaceRequest(null, null, Price.of("90"), null, null);
        Order old = working();

        assertThatThrownBy(() -> replaceOrder.replace(old.id(), stop))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("stopPrice");
    }

    @Test
    void an_order_that_is_closed_or_replaced_is_not_replaced_again() {
        Order old = working();
        sent(replaceOrder.replace(old.id(), limit("101")));

        assertThat(reasons(replaceOrder.replace(old.id(), limit("102"))))
                .containsExactly(DenialReason.REPLACED_STATE);
        assertThat(broker.replacements()).hasSize(1);
    }

    @Test
    void while_a_replacement_is_unanswered_no_other_goes_out_whatever_a_sync_says_of_the_old() {
        Order old = working();
        broker.nextReplace(new ReplaceAnswer.Unresolved("timeout", ANSWER));
        sent(replaceOrder.replace(old.id(), limit("101")));
        syncOrders.sync();
        assertThat(stored(old).status()).isEqualTo(OrderStatus.NEW);

        assertThat(reasons(replaceOrder.replace(old.id(), limit("102"))))
                .containsExactly(DenialReason.REPLACED_STATE);
    }

    @Test
    void of_two_replacements_that_saw_the_same_order_one_goes_out() {
        Order old = working();
        List<ReplaceResult> inner = new ArrayList<>();
        repository.onAdd(() -> {
            repository.onAdd(() -> {});
            inner.add(replaceOrder.replace(old.id(), limit("102")));
        });

        ReplaceResult outer = replaceOrder.replace(old.id(), limit("101"));

        assertThat(broker.replacements().size()).isLessThanOrEqualTo(1);
        assertThat(List.of(outer, inner.getFirst()))
                .anyMatch(ReplaceResult.Denied.class::isInstance);
    }

    @Test
    void of_two_replacements_past_the_rules_the_one_that_claims_the_old_order_goes_out() {
        Order old = working();
        repository.onAdd(() -> {
            repository.onAdd(() -> {});
            new CancelOrder(repository, broker, clock).cancel(old.id());
        });

        ReplaceResult result = replaceOrder.replace(old.id(), limit("101"));

        assertThat(reasons(result)).containsExactly(DenialReason.REPLACED_STATE);
        assertThat(broker.replacements()).isEmpty();
        assertThat(repository.replacements(old.id()))
                .extracting(Order::status)
                .containsExactly(OrderStatus.DENIED);
    }

    @Test
    void an_acknowledgement_while_the_rules_are_checked_does_not_stop_a_replacement() {
        Order old = working();
        repository.onAdd(() -> {
            repository.onAdd(() -> {});
            broker.set(old, OrderStatus.SUSPENDED, "0");
            syncOrders.sync();
        });

        ReplaceResult result = replaceOrder.replace(old.id(), limit("101"));

        assertThat(result).isInstanceOf(ReplaceResult.Sent.class);
        assertThat(broker.replacements()).hasSize(1);
    }

    @Test
    void the_same_key_is_one_replacement() {
        Order old = working();
        IdempotencyKey key = new IdempotencyKey("once");
        Order order = sent(replaceOrder.replace(old.id(), limit("101"), key));

        assertThat(replaceOrder.replace(old.id(), limit("101"), key))
                .isEqualTo(new ReplaceResult.AlreadySent(order));
        assertThat(replaceOrder.replace(old.id(), limit("102"), key))
                .isEqualTo(new ReplaceResult.KeyReused(order));
        assertThat(broker.replacements()).hasSize(1);
    }

    @Test
    void a_chain_is_replaced_at_its_end() {
        Order first = working();
        Order second = sent(replaceOrder.replace(first.id(), limit("101")));

        Order third = sent(replaceOrder.replace(second.id(), limit("102")));

        assertThat(third.replaces()).isEqualTo(second.id());
        assertThat(stored(second).status()).isEqualTo(OrderStatus.REPLACED);
        assertThat(third.status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void an_answer_that_cannot_be_stored_is_found_later() {
        Order old = working();
        repository.onUpdate(() -> repository.failUpdates(true));

        ReplaceResult result = replaceOrder.replace(old.id(), limit("101"));

        assertThat(result).isInstanceOf(ReplaceResult.Unrecorded.class);
        repository.onUpdate(() -> {});
        repository.failUpdates(false);
        resolveUnknown.resolve();
        syncOrders.sync();
        assertThat(repository.replacements(old.id()))
                .extracting(Order::status)
                .containsExactly(OrderStatus.NEW);
        assertThat(stored(old).status()).isEqualTo(OrderStatus.REPLACED);
    }

    @Test
    void a_crash_after_any_write_loses_and_doubles_nothing() {
        for (int crashAfter = 1; crashAfter <= 4; crashAfter++) {
            new ReplaceOrderTest().crash(crashAfter);
        }
    }

    private void crash(int afterWrites) {
        Order old = working();
        AtomicInteger writes = new AtomicInteger();
        Runnable crash =
                () -> {
                    if (writes.incrementAndGet() == afterWrites) {
                        throw new Crash();
                    }
                };
        repository.onAdd(crash);
        repository.onUpdate(crash);
        Optional<Crash> died = Optional.empty();
        try {
            replaceOrder.replace(old.id(), limit("101"));
        } catch (Crash crashed) {
            died = Optional.of(crashed);
        }
        repository.onAdd(() -> {});
        repository.onUpdate(() -> {});
        clock.pass(Duration.ofSeconds(16));
        resolveUnknown.resolve();
        syncOrders.sync();

        assertThat(died).isPresent();
        boolean went = !broker.replacements().isEmpty();
        assertThat(broker.replacements().size()).isLessThanOrEqualTo(1);
        assertThat(broker.sends()).hasSize(1);
        assertThat(stored(old).status()).isEqualTo(went ? OrderStatus.REPLACED : OrderStatus.NEW);
        assertThat(repository.replacements(old.id()))
                .extracting(Order::status)
                .containsExactly(went ? OrderStatus.NEW : OrderStatus.NEVER_ACCEPTED);
        List<Order> open = repository.search(OrderQuery.all());
        assertThat(open.stream().filter(order -> order.status().open())).hasSize(1);
    }

    private static ReplaceAnswer refused(RejectReason reason, String text) {
        return new ReplaceAnswer.Refused(reason, text, List.of(), ANSWER);
    }

    private Order working() {
        return working(SampleOrders.tenShares().with(new OrderType.Limit(Price.of("100"))));
    }

    private Order working(NewOrder terms) {
        Order order = submitOrder.submit(terms).order();
        broker.set(
                SampleOrders.like(broker.book(order.clientOrderId()))
                        .status(new ReportedStatus.Known("new", OrderStatus.NEW))
                        .order());
        syncOrders.sync();
        return stored(order);
    }

    private BrokerOrder standing(Order order, OrderStatus status) {
        return SampleOrders.like(broker.book(order.clientOrderId()))
                .status(new ReportedStatus.Known(status.name().toLowerCase(Locale.ROOT), status))
                .order();
    }

    private static ReplaceRequest limit(String price) {
        return new ReplaceRequest(null, Price.of(price), null, null, null);
    }

    private static ReplaceRequest quantity(String orderQty) {
        return new ReplaceRequest(Quantity.of(orderQty), null, null, null, null);
    }

    private static Order sent(ReplaceResult result) {
        assertThat(result).isInstanceOf(ReplaceResult.Sent.class);
        return ((ReplaceResult.Sent) result).order();
    }

    private static List<DenialReason> reasons(ReplaceResult result) {
        assertThat(result).isInstanceOf(ReplaceResult.Denied.class);
        return ((ReplaceResult.Denied) result).denials().stream().map(Denial::reason).toList();
    }

    private NetQuantity held() {
        return Holdings.NONE
                .plus(repository.search(OrderQuery.all().traded()))
                .of(SampleOrders.tenShares().symbol());
    }

    private Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }

    /** The process is gone. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

package dev.lockstep.domain.usecase.replace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeMarket;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Replacements that are refused, locally or by the broker: the old order works on. */
class RefusedReplacementTest extends ReplaceFixture {
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

    private BrokerOrder standing(Order order, OrderStatus status) {
        return SampleOrders.like(broker.book(order.clientOrderId()))
                .status(new ReportedStatus.Known(status.name().toLowerCase(Locale.ROOT), status))
                .order();
    }

    @Test
    void the_check_of_a_replacement_finds_the_limit_that_would_deny_it() {
        StrategyId trend = new StrategyId("trend");
        Order old =
                working(
                        SampleOrders.tenShares()
                                .with(new OrderType.Limit(Price.of("100")))
                                .with(trend));
        new ControlRisk(repository.riskControl(), clock)
                .set(trend, new RiskLimit.MaxOrderValue(Money.of("1500")), "ann", "first week");

        assertThat(replaceOrder.check(old, limit("151")))
                .extracting(Denial::reason)
                .containsExactly(DenialReason.ORDER_VALUE);
        assertThat(reasons(replaceOrder.replace(old.id(), limit("151"))))
                .containsExactly(DenialReason.ORDER_VALUE);
        assertThat(replaceOrder.check(old, limit("150"))).isEmpty();
        assertThat(replaceOrder.replace(old.id(), limit("150")))
                .isInstanceOf(ReplaceResult.Sent.class);
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
    void a_refused_replacement_is_rejected_in_the_brokers_words_and_the_old_order_works_on() {
        Order old = working();
        broker.nextReplace(refused(RejectReason.PRICE_RULE, "too far away"));

        Order order = sent(replaceOrder.replace(old.id(), limit("101")));

        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(order.state().text()).contains("too far away");
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

    private static ReplaceRequest quantity(String orderQty) {
        return new ReplaceRequest(Quantity.of(orderQty), null, null, null, null);
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
}

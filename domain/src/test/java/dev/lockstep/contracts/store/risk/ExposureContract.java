package dev.lockstep.contracts.store.risk;

import static dev.lockstep.contracts.store.risk.RiskFixture.EVIDENCE;
import static dev.lockstep.contracts.store.risk.RiskFixture.FIVE_OPEN;
import static dev.lockstep.contracts.store.risk.RiskFixture.market;
import static dev.lockstep.contracts.store.risk.RiskFixture.terms;
import static dev.lockstep.contracts.store.risk.RiskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.OpenQuantity;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.limit.RiskLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exposure: the positions and open orders that a gate is shown. */
public interface ExposureContract extends TestedRisk {
    @Test
    default void the_gate_sees_what_is_held_and_what_is_open_on_its_side() {
        its().set(FIVE_OPEN);
        Order bought = its().stored(terms(Side.BUY, "10", new OrderType.Market()));
        assertThat(its().exposureOf(its().sample().intent()).netQty()).isEqualTo(NetQuantity.FLAT);
        its().fill(bought, "10", OrderStatus.FILLED);
        Order sold = its().stored(terms(Side.SELL, "4", new OrderType.Market()));
        its().fill(sold, "1.5", OrderStatus.PARTIALLY_FILLED);
        Order other = its().stored(with(new Symbol("MSFT"), terms(Side.SELL, "9", market())));
        its().fill(other, "9", OrderStatus.FILLED);

        Exposure seen = its().exposureOf(its().sample().intent(terms(Side.SELL, "1", market())));

        assertThat(seen.netQty()).isEqualTo(NetQuantity.of("8.5"));
        assertThat(seen.open()).isEqualTo(new OpenQuantity(Quantity.of("2.5"), Money.ZERO));
        assertThat(seen.openOrders()).isEqualTo(1);
    }

    @Test
    default void what_a_chain_of_replacements_traded_is_held_once() {
        its().set(FIVE_OPEN);
        Order old = its().stored(terms(Side.BUY, "10", market()));
        assertThat(its().exposureOf(its().sample().intent()).netQty()).isEqualTo(NetQuantity.FLAT);
        its().fill(old, "4", OrderStatus.PARTIALLY_FILLED);
        Order like = its().sample().intent(terms(Side.BUY, "10", market()));
        Order order =
                Order.replacement(
                        like.id(),
                        like.clientOrderId(),
                        like.idempotencyKey(),
                        old,
                        like.terms(),
                        SampleOrders.START);
        repository().add(order, EVIDENCE);

        its().fill(order, "4", OrderStatus.PARTIALLY_FILLED);
        assertThat(its().exposureOf(its().sample().intent()).netQty())
                .isEqualTo(NetQuantity.of("4"));
        its().fill(order, "7", OrderStatus.PARTIALLY_FILLED);
        its().fill(old, "5", OrderStatus.REPLACED);

        assertThat(its().exposureOf(its().sample().intent()).netQty())
                .isEqualTo(NetQuantity.of("7"));
    }

    @Test
    default void a_holding_that_nobody_asked_about_before_is_added_up_from_all_fills() {
        its().fill(
                        its().stored(terms(Side.BUY, "0.123456789", market())),
                        "0.123456789",
                        OrderStatus.FILLED);
        its().fill(its().stored(terms(Side.BUY, "3", market())), "3", OrderStatus.FILLED);
        its().fill(its().stored(terms(Side.SELL, "1", market())), "1", OrderStatus.FILLED);

        its().set(FIVE_OPEN);

        assertThat(its().exposureOf(its().sample().intent()).netQty())
                .isEqualTo(NetQuantity.of("2.123456789"));
    }

    @Test
    default void who_only_looks_sees_what_the_gate_would_see_though_nobody_asked_before() {
        its().fill(its().stored(terms(Side.BUY, "3", market())), "3", OrderStatus.FILLED);
        its().set(FIVE_OPEN);
        Order intent = its().sample().intent();

        Exposure seen =
                riskControl()
                        .exposure(
                                new ConditionalInsert(
                                        intent, null, RiskFixture::approve, EVIDENCE));

        assertThat(seen).isEqualTo(its().exposureOf(intent));
        assertThat(seen.netQty()).isEqualTo(NetQuantity.of("3"));
    }

    @Test
    default void the_version_of_a_holding_changes_with_each_fill_and_with_nothing_else() {
        its().set(FIVE_OPEN);
        Order order = its().stored(terms(Side.BUY, "10", market()));
        long first = its().exposureOf(its().sample().intent()).holdingVersion();
        its().fill(order, "0", OrderStatus.NEW);
        assertThat(its().exposureOf(its().sample().intent()).holdingVersion()).isEqualTo(first);
        its().fill(order, "4", OrderStatus.PARTIALLY_FILLED);
        long second = its().exposureOf(its().sample().intent()).holdingVersion();
        assertThat(second).isNotEqualTo(first);
        its().fill(order, "10", OrderStatus.FILLED);
        assertThat(its().exposureOf(its().sample().intent()).holdingVersion())
                .isNotIn(first, second);
    }

    @Test
    default void orders_by_cash_are_open_for_their_cash() {
        its().set(FIVE_OPEN);
        its().stored(
                        terms(Side.BUY, "1", market())
                                .with(new OrderAmount.ByCash(Money.of("250.5"))));
        its().stored(terms(Side.BUY, "1", market()).with(new OrderAmount.ByCash(Money.of("49.5"))));

        assertThat(its().exposureOf(its().sample().intent()).open())
                .isEqualTo(new OpenQuantity(Quantity.ZERO, Money.of("300")));
    }

    @Test
    default void the_order_that_is_replaced_is_left_out() {
        its().set(FIVE_OPEN);
        its().set(new RiskLimit.MaxOrderRate(5, Duration.ofSeconds(1)));
        its().set(new RiskLimit.DuplicateWindow(Duration.ofSeconds(1)));
        Order old = its().stored(SampleOrders.tenShares());
        its().fill(old, "4", OrderStatus.PARTIALLY_FILLED);
        List<Exposure> seen = new ArrayList<>();

        repository()
                .intend(
                        new ConditionalInsert(
                                its().sample().intent(),
                                old.id(),
                                exposure -> {
                                    seen.add(exposure);
                                    return new Verdict.Approved();
                                },
                                EVIDENCE));

        assertThat(seen.getLast().open()).isEqualTo(OpenQuantity.NONE);
        assertThat(seen.getLast().openOrders()).isZero();
        assertThat(seen.getLast().recentOrders()).isZero();
        assertThat(seen.getLast().twin()).isNull();
        assertThat(seen.getLast().carriedQty()).isEqualTo(Quantity.of("4"));
        assertThat(seen.getLast().netQty()).isEqualTo(NetQuantity.of("4"));
    }
}

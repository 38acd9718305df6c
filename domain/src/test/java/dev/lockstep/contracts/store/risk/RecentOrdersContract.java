package dev.lockstep.contracts.store.risk;

import static dev.lockstep.contracts.store.risk.RiskFixture.limit;
import static dev.lockstep.contracts.store.risk.RiskFixture.market;
import static dev.lockstep.contracts.store.risk.RiskFixture.terms;
import static dev.lockstep.contracts.store.risk.RiskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.RiskLimit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Recent orders that a gate is shown: their number, a twin, and an opposite one. */
public interface RecentOrdersContract extends TestedRisk {
    @Test
    default void the_rate_counts_orders_that_went_out_within_the_window() {
        its().set(new RiskLimit.MaxOrderRate(3, Duration.ofSeconds(10)));
        assertThat(recent()).isZero();
        its().fill(its().stored(SampleOrders.tenShares()), "10", OrderStatus.FILLED);
        assertThat(recent()).isEqualTo(1);
        its().intend(
                        its().sample().intent(),
                        _ ->
                                new Verdict.Denied(
                                        List.of(
                                                new Denial(
                                                        DenialReason.ORDER_RATE, "a", "b", "c"))));
        assertThat(recent()).isEqualTo(1);
        its().stored(SampleOrders.tenShares());
        its().stored(SampleOrders.tenShares());
        its().stored(SampleOrders.tenShares());
        assertThat(recent()).isEqualTo(3);
        assertThat(its().exposureOf(its().later(Duration.ofSeconds(11))).recentOrders()).isZero();
    }

    private int recent() {
        return its().exposureOf(its().sample().intent()).recentOrders();
    }

    @Test
    default void a_twin_is_an_order_of_the_same_terms_that_came_in_within_the_window() {
        its().set(new RiskLimit.DuplicateWindow(Duration.ofSeconds(10)));
        Order first = its().stored(terms(Side.BUY, "10", limit("100")));

        assertThat(twin(terms(Side.BUY, "10.0", limit("100.00")))).isEqualTo(first.id());
        assertThat(twin(terms(Side.SELL, "10", limit("100")))).isNull();
        assertThat(twin(terms(Side.BUY, "11", limit("100")))).isNull();
        assertThat(twin(terms(Side.BUY, "10", limit("101")))).isNull();
        assertThat(twin(terms(Side.BUY, "10", market()))).isNull();
        assertThat(twin(with(new Symbol("MSFT"), terms(Side.BUY, "10", limit("100"))))).isNull();
        assertThat(its().exposureOf(its().later(Duration.ofSeconds(11))).twin()).isNull();
        its().fill(first, "0", OrderStatus.REJECTED);
        assertThat(twin(terms(Side.BUY, "10", limit("100")))).isNull();
    }

    @Test
    default void a_twin_is_found_for_orders_of_every_type() {
        its().set(new RiskLimit.DuplicateWindow(Duration.ofSeconds(10)));
        List<OrderType> types =
                List.of(
                        market(),
                        limit("100"),
                        new OrderType.Stop(Price.of("90")),
                        new OrderType.StopLimit(Price.of("90"), Price.of("89")),
                        new OrderType.TrailingStop(new OrderType.Trail.ByPrice(Price.of("1.25"))),
                        new OrderType.TrailingStop(
                                new OrderType.Trail.ByPercent(new BigDecimal("2.5"))));
        for (OrderType type : types) {
            NewOrder terms = terms(Side.BUY, "10", type);
            assertThat(twin(terms)).isNull();
            Order first = its().stored(terms);
            assertThat(twin(terms)).isEqualTo(first.id());
        }
    }

    private @Nullable OrderId twin(NewOrder terms) {
        return its().exposureOf(its().sample().intent(terms)).twin();
    }

    @Test
    default void an_opposite_market_or_stop_order_is_seen_while_it_works() {
        its().set(new RiskLimit.NoWashTrades());
        NewOrder buy = terms(Side.BUY, "1", limit("100"));
        its().stored(terms(Side.SELL, "5", limit("110")));
        its().stored(terms(Side.BUY, "5", market()));
        assertThat(its().exposureOf(its().sample().intent(buy)).opposite()).isNull();
        Order stop = its().stored(terms(Side.SELL, "5", new OrderType.Stop(Price.of("90"))));
        assertThat(its().exposureOf(its().sample().intent(buy)).opposite()).isEqualTo(stop.id());
        its().fill(stop, "5", OrderStatus.FILLED);
        assertThat(its().exposureOf(its().sample().intent(buy)).opposite()).isNull();
    }
}

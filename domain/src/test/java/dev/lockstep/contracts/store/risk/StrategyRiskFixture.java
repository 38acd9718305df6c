package dev.lockstep.contracts.store.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.position.StrategyPart;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.PreTradeRisk;
import dev.lockstep.domain.risk.StrategyExposure;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sample orders and limits of strategies, with the steps that several topics share. */
public record StrategyRiskFixture(
        OrderRepository repository, RiskControl control, SampleOrders sample) {
    static final Evidence EVIDENCE = Evidence.local("submit");
    static final Symbol AAPL = new Symbol("AAPL");
    static final StrategyId TREND = new StrategyId("trend");
    static final StrategyId MEAN = new StrategyId("mean");
    static final RiskLimit FIVE_OPEN = new RiskLimit.MaxOpenOrders(5);
    static final RiskLimit BUDGET = new RiskLimit.CapitalBudget(Money.of("20000"));
    static final Instant DAY_AFTER = SampleOrders.START.plus(Duration.ofDays(1));

    Exposure exposureOf(Order intent) {
        List<Exposure> seen = new ArrayList<>();
        repository.intend(
                new ConditionalInsert(
                        intent,
                        null,
                        exposure -> {
                            seen.add(exposure);
                            return new Verdict.Undecided(
                                    Set.of(MarketView.Need.PRICES), 0, List.of());
                        },
                        EVIDENCE));
        return seen.getLast();
    }

    Order stored(Order order) {
        repository.add(order, EVIDENCE);
        return order;
    }

    Order order(@Nullable StrategyId strategy, Side side, String orderQty) {
        return sample.intent(
                new NewOrder(
                                AAPL,
                                side,
                                Quantity.of(orderQty),
                                new OrderType.Limit(Price.of("100")),
                                TimeInForce.DAY)
                        .with(strategy));
    }

    void fill(Order order, String cumQty, Instant at) {
        OrderStatus status =
                Quantity.of(cumQty).equals(order.terms().orderQty())
                        ? OrderStatus.FILLED
                        : OrderStatus.PARTIALLY_FILLED;
        UpdateOutcome outcome =
                repository.update(
                        OrderUpdate.applying(
                                order.id(),
                                SampleOrders.report(order, status, cumQty, at),
                                at,
                                EVIDENCE));
        assertThat(outcome).isInstanceOf(UpdateOutcome.Updated.class);
    }

    void set(StrategyId strategy, RiskLimit limit) {
        control.change(change(strategy, new Step.SetLimit(limit)));
    }

    static ConditionalInsert gated(Order intent) {
        return new ConditionalInsert(
                intent,
                null,
                exposure ->
                        PreTradeRisk.verdict(
                                intent.terms(), exposure, MarketView.NOTHING, SampleOrders.START),
                EVIDENCE);
    }

    static StrategyPart part(Exposure exposure) {
        return own(exposure).parts().getFirst();
    }

    static StrategyExposure own(Exposure exposure) {
        return Objects.requireNonNull(exposure.strategy());
    }

    static RiskChange change(StrategyId strategy, Step step) {
        return new RiskChange(
                new Step.OfStrategy(strategy, step), "tester", "because", SampleOrders.START);
    }
}

package dev.lockstep.domain.usecase.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.usecase.report.MeasureStrategies.Figures;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MeasureStrategiesTest {
    private static final StrategyId TREND = new StrategyId("trend");
    private static final StrategyId PAIRS = new StrategyId("pairs");

    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final SampleOrders sample = new SampleOrders();

    @Test
    void each_strategy_has_the_profit_of_its_own_orders_and_its_open_ones() {
        Order bought = store(SampleOrders.tenShares().with(TREND));
        fill(bought, "10", "100");
        store(SampleOrders.tenShares().with(PAIRS));
        fill(store(SampleOrders.tenShares()), "10", "90");

        Map<StrategyId, Figures> figures = new MeasureStrategies(repository).measure();

        assertThat(figures).containsOnlyKeys(PAIRS, TREND);
        Figures trend = Objects.requireNonNull(figures.get(TREND));
        assertThat(trend.openOrders()).isZero();
        assertThat(trend.profits().realized()).isEqualTo(Money.ZERO);
        assertThat(trend.profits().of(bought.terms().symbol()).openQty())
                .isEqualTo(new NetQuantity(BigDecimal.TEN));
        assertThat(Objects.requireNonNull(figures.get(PAIRS)).openOrders()).isEqualTo(1);
    }

    @Test
    void without_strategies_there_are_no_figures() {
        store(SampleOrders.tenShares());

        assertThat(new MeasureStrategies(repository).measure()).isEmpty();
    }

    private Order store(NewOrder terms) {
        Order order = sample.intent(terms);
        repository.add(order, Evidence.local("test"));
        return order;
    }

    private void fill(Order order, String qty, String avgPx) {
        Order filled =
                order.apply(
                        new StatusReport(
                                SampleOrders.brokerOrderId(order),
                                new ReportedStatus.Known("filled", OrderStatus.FILLED),
                                Quantity.of(qty),
                                Price.of(avgPx),
                                SampleOrders.START),
                        SampleOrders.START);
        repository.update(new OrderUpdate(order.id(), _ -> filled, Evidence.local("fill")));
    }
}

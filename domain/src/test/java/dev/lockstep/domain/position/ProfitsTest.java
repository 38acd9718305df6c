package dev.lockstep.domain.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.usecase.report.MeasureProfit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfitsTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Instant MORNING = SampleOrders.START;

    private final SampleOrders sample = new SampleOrders();

    @Test
    void orders_count_in_the_order_in_which_they_traded() {
        Order bought = traded("AAPL", Side.BUY, "10", "100", MORNING);
        Order sold = traded("AAPL", Side.SELL, "10", "110", MORNING.plusSeconds(60));

        Profits profits = Profits.of(List.of(sold, bought));

        assertThat(profits.of(AAPL))
                .isEqualTo(new AverageCost(NetQuantity.FLAT, Money.ZERO, Money.of("100")));
        assertThat(profits.holdings()).isEqualTo(Holdings.NONE);
    }

    @Test
    void instruments_do_not_mix_and_make_the_holdings_that_the_fills_make() {
        List<Order> orders =
                List.of(
                        traded("AAPL", Side.BUY, "4", "100", MORNING),
                        traded("MSFT", Side.SELL, "2", "50", MORNING));

        Profits profits = Profits.of(orders);

        assertThat(profits.holdings()).isEqualTo(Holdings.NONE.plus(orders));
        assertThat(profits.of(AAPL).avgPx()).isEqualTo(Price.of("100"));
    }

    @Test
    void of_a_replacement_counts_what_it_traded_itself() {
        Order replaced = traded("AAPL", Side.BUY, "4", "100", MORNING);
        Order replacement = reported(replacement(replaced), "10", "106", MORNING.plusSeconds(60));

        AverageCost held = Profits.of(List.of(replaced, replacement)).of(AAPL);

        assertThat(held.openQty()).isEqualTo(NetQuantity.of("10"));
        assertThat(held.cost()).isEqualTo(Money.of("1060"));
    }

    @Test
    void nothing_traded_brings_nothing() {
        assertThat(Profits.of(List.of(sample.intent())).bySymbol()).isEmpty();
        assertThat(new MeasureProfit(new InMemoryOrderRepository()).measure().bySymbol()).isEmpty();
    }

    private Order replacement(Order replaced) {
        OrderId id = sample.ids().nextOrderId();
        return Order.replacement(
                id,
                sample.ids().clientOrderId(id),
                new IdempotencyKey(id.value()),
                replaced,
                replaced.terms(),
                MORNING);
    }

    private Order traded(String symbol, Side side, String qty, String avgPx, Instant at) {
        Order order =
                sample.intent(
                        new NewOrder(
                                new Symbol(symbol),
                                side,
                                Quantity.of("10"),
                                new OrderType.Market(),
                                TimeInForce.DAY));
        return reported(order, qty, avgPx, at);
    }

    private static Order reported(Order order, String qty, String avgPx, Instant at) {
        return order.apply(
                new StatusReport(
                        SampleOrders.brokerOrderId(order),
                        new ReportedStatus.Known("partially_filled", OrderStatus.PARTIALLY_FILLED),
                        Quantity.of(qty),
                        Price.of(avgPx),
                        at),
                at);
    }
}

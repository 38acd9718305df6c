package dev.lockstep.domain.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
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
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.StrategyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StrategyPartsTest {
    private static final StrategyId TREND = new StrategyId("trend");
    private static final StrategyId PAIRS = new StrategyId("pairs");
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private final SampleOrders sample = new SampleOrders();
    private long second;

    @Test
    void a_part_is_the_sum_of_a_strategy_s_own_trades_with_their_dollars() {
        SortedMap<StrategyId, StrategyPart> parts =
                parts(
                        List.of(
                                traded(TREND, Side.BUY, "10", "100"),
                                traded(PAIRS, Side.SELL, "4", "50"),
                                traded(TREND, Side.SELL, "3", "110"),
                                traded(null, Side.BUY, "5", "90")));

        assertThat(parts)
                .containsOnly(
                        entry(TREND, "7", trades("7", "-670")),
                        entry(PAIRS, "-4", trades("-4", "200")));
    }

    @Test
    void an_order_of_no_strategy_that_makes_the_account_flat_closes_the_parts_at_its_price() {
        SortedMap<StrategyId, StrategyPart> parts =
                parts(
                        List.of(
                                traded(TREND, Side.BUY, "10", "100"),
                                traded(null, Side.SELL, "10", "120")));

        assertThat(parts).containsOnly(entry(TREND, "0", trades("0", "200")));
    }

    @Test
    void a_fee_counts_for_the_strategy_of_its_order_only() {
        Order ofTrend = traded(TREND, Side.BUY, "10", "100");
        Order ofNone = traded(null, Side.BUY, "1", "100");
        List<Adjustment> booked =
                List.of(
                        fee("f-1", "-0.5", ofTrend.brokerOrderId()),
                        fee("f-2", "-4", ofNone.brokerOrderId()),
                        fee("f-3", "-8", new BrokerOrderId("unknown")),
                        fee("f-4", "-16", null),
                        booked("d-1", AdjustmentKind.DIVIDEND, "0", "32", ofTrend.brokerOrderId()));

        assertThat(StrategyParts.of(AAPL, List.of(ofTrend, ofNone), booked))
                .containsOnly(entry(TREND, "10", trades("10", "-1000.5")));
    }

    @Test
    void an_order_that_the_broker_has_not_named_yet_pays_no_fee_of_another_one() {
        Order unnamed = sample.intent(terms(TREND, Side.BUY, "10"));
        Order named = traded(PAIRS, Side.BUY, "1", "100");

        assertThat(
                        StrategyParts.of(
                                AAPL,
                                List.of(unnamed, named),
                                List.of(fee("f-1", "-1", named.brokerOrderId()))))
                .containsEntry(PAIRS, part("1", trades("1", "-101")));
    }

    @Test
    void a_split_changes_the_part_and_is_no_trade() {
        Order ofTrend = traded(TREND, Side.BUY, "10", "100");
        List<Adjustment> split = List.of(booked("s-1", AdjustmentKind.SPLIT, "10", "0", null));

        assertThat(StrategyParts.of(AAPL, List.of(ofTrend), split))
                .containsOnly(entry(TREND, "20", trades("10", "-1000")));
    }

    @Test
    void a_part_counts_while_it_is_held_and_on_the_day_of_its_trades() {
        LocalDate later = DAY.plusDays(1);

        assertThat(part("1", trades("1", "-1")).counts(later)).isTrue();
        assertThat(part("0", trades("0", "5")).counts(DAY)).isTrue();
        assertThat(part("0", trades("0", "5")).counts(later)).isFalse();
    }

    private SortedMap<StrategyId, StrategyPart> parts(List<Order> orders) {
        return StrategyParts.of(AAPL, orders, List.of());
    }

    private static Map.Entry<StrategyId, StrategyPart> entry(
            StrategyId strategy, String netQty, DayTrades trades) {
        return Map.entry(strategy, part(netQty, trades));
    }

    private static StrategyPart part(String netQty, DayTrades trades) {
        return new StrategyPart(AAPL, NetQuantity.of(netQty), trades);
    }

    private static DayTrades trades(String netQty, String cash) {
        return new DayTrades(DAY, NetQuantity.of(netQty), Money.of(cash));
    }

    private Adjustment fee(String id, String cash, @Nullable BrokerOrderId order) {
        return booked(id, AdjustmentKind.FEE, "0", cash, order);
    }

    private Adjustment booked(
            String id,
            AdjustmentKind kind,
            String quantity,
            String cash,
            @Nullable BrokerOrderId order) {
        return SampleAdjustments.of(id, kind, "AAPL", quantity, cash, order, later());
    }

    private Order traded(@Nullable StrategyId strategy, Side side, String quantity, String price) {
        Order order = sample.intent(terms(strategy, side, quantity));
        Instant at = later();
        return order.apply(
                new StatusReport(
                        SampleOrders.brokerOrderId(order),
                        new ReportedStatus.Known("filled", OrderStatus.FILLED),
                        Quantity.of(quantity),
                        Price.of(price),
                        at),
                at);
    }

    private static NewOrder terms(@Nullable StrategyId strategy, Side side, String quantity) {
        return new NewOrder(
                        AAPL, side, Quantity.of(quantity), new OrderType.Market(), TimeInForce.DAY)
                .with(strategy);
    }

    private Instant later() {
        second++;
        return SampleOrders.START.plusSeconds(second);
    }
}

package dev.lockstep.domain.usecase.close;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitGroupTest {
    private static final OrderType LIMIT = new OrderType.Limit(Price.of("210"));
    private static final OrderType STOP = new OrderType.Stop(Price.of("170"));
    private static final ExitLeg.StopLoss STOP_LEG = new ExitLeg.StopLoss(Price.of("170"), null);
    private static final OrderClass BRACKET =
            new OrderClass.Bracket(new ExitLeg.TakeProfit(Price.of("210")), STOP_LEG);

    private static final Evidence EVIDENCE = Evidence.local("test");

    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final SampleOrders sample = new SampleOrders();

    @Test
    void the_exits_of_one_entry_are_a_group_and_single_orders_are_groups_of_their_own() {
        Order entry = placed(buy().with(BRACKET), OrderStatus.FILLED, "10");
        Order profit = leg(entry, LIMIT, OrderStatus.NEW);
        Order loss = leg(entry, STOP, OrderStatus.HELD);
        Order single = placed(sell(STOP), OrderStatus.NEW, "0");

        assertThat(ExitGroup.siblings(repository, sell(LIMIT)))
                .extracting(ExitGroup::members)
                .containsExactlyInAnyOrder(List.of(profit, loss), List.of(single));
    }

    @Test
    void exits_that_are_attached_to_an_order_without_a_class_are_groups_of_their_own() {
        Order entry = placed(buy(), OrderStatus.FILLED, "10");
        Order one = leg(entry, LIMIT, OrderStatus.NEW);
        Order two = leg(entry, STOP, OrderStatus.NEW);

        assertThat(ExitGroup.siblings(repository, sell(LIMIT)))
                .extracting(ExitGroup::members)
                .containsExactlyInAnyOrder(List.of(one), List.of(two));
    }

    @Test
    void exits_that_are_all_held_back_and_orders_of_the_other_side_are_left_out() {
        Order entry = placed(buy().with(BRACKET), OrderStatus.NEW, "0");
        leg(entry, LIMIT, OrderStatus.HELD);
        leg(entry, STOP, OrderStatus.HELD);

        assertThat(ExitGroup.siblings(repository, sell(LIMIT))).isEmpty();
        assertThat(ExitGroup.siblings(repository, buy()))
                .extracting(ExitGroup::members)
                .containsExactly(List.of(entry));
    }

    @Test
    void a_group_leaves_what_its_largest_member_leaves() {
        Order half = working(sample.intent(sell(LIMIT)), OrderStatus.PARTIALLY_FILLED, "4");
        Order whole = working(sample.intent(sell(STOP)), OrderStatus.NEW, "0");

        assertThat(new ExitGroup(List.of(half)).leavesQty(Quantity.of("99")))
                .isEqualTo(Quantity.of("6"));
        assertThat(new ExitGroup(List.of(half, whole)).leavesQty(Quantity.of("99")))
                .isEqualTo(Quantity.of("10"));
        assertThat(new ExitGroup(List.of(whole, half)).leavesQty(Quantity.of("99")))
                .isEqualTo(Quantity.of("10"));
    }

    @Test
    void what_is_ending_goes_first_then_a_limit_alone_and_a_stop_last() {
        Order limit = working(sample.intent(sell(LIMIT)), OrderStatus.NEW, "0");
        Order stop = working(sample.intent(sell(STOP)), OrderStatus.NEW, "0");
        Order ending = working(sample.intent(sell(STOP)), OrderStatus.PENDING_CANCEL, "0");

        assertThat(new ExitGroup(List.of(stop, ending)))
                .satisfies(group -> {
                    assertThat(group.ending()).isTrue();
                    assertThat(group.rank()).isZero();
                });
        assertThat(new ExitGroup(List.of(limit)))
                .satisfies(group -> {
                    assertThat(group.ending()).isFalse();
                    assertThat(group.rank()).isEqualTo(1);
                });
        assertThat(new ExitGroup(List.of(stop)).rank()).isEqualTo(2);
        assertThat(new ExitGroup(List.of(limit, stop)).rank()).isEqualTo(2);
    }

    @Test
    void a_limit_and_a_stop_that_end_each_other_are_one_order_again() {
        Order limit = working(sample.intent(sell(LIMIT)), OrderStatus.NEW, "0");
        Order stop = working(sample.intent(sell(STOP)), OrderStatus.HELD, "0");
        Order stopLimit =
                working(
                        sample.intent(
                                sell(new OrderType.StopLimit(Price.of("170"), Price.of("169")))),
                        OrderStatus.HELD,
                        "0");

        assertThat(new ExitGroup(List.of(limit, stop)).terms())
                .contains(sell(LIMIT).with(new OrderClass.OneCancelsOther(STOP_LEG)));
        assertThat(new ExitGroup(List.of(stopLimit, limit)).terms())
                .contains(
                        sell(LIMIT)
                                .with(
                                        new OrderClass.OneCancelsOther(
                                                new ExitLeg.StopLoss(
                                                        Price.of("170"), Price.of("169")))));
        assertThat(new ExitGroup(List.of(stop)).terms()).contains(sell(STOP));
    }

    @Test
    void the_limit_of_a_pair_with_its_stop_is_not_paired_again() {
        NewOrder pair = sell(LIMIT).with(new OrderClass.OneCancelsOther(STOP_LEG));
        Order limit = working(sample.intent(pair), OrderStatus.NEW, "0");
        Order stop = working(sample.intent(sell(STOP)), OrderStatus.HELD, "0");

        assertThat(new ExitGroup(List.of(limit, stop)).terms()).contains(pair);
    }

    @Test
    void a_market_order_is_not_placed_again() {
        Order market = working(sample.intent(sell(new OrderType.Market())), OrderStatus.NEW, "0");

        assertThat(new ExitGroup(List.of(market)).terms()).isEmpty();
    }

    private Order leg(Order entry, OrderType type, OrderStatus status) {
        Order named = sample.intent(sell(type));
        Order leg =
                Order.leg(
                        named.id(),
                        entry,
                        sell(type),
                        SampleOrders.atBroker(named, status, "0"),
                        SampleOrders.START);
        repository.add(leg, EVIDENCE);
        return leg;
    }

    private Order placed(NewOrder terms, OrderStatus status, String cumQty) {
        Order order = sample.intent(terms);
        repository.add(order, EVIDENCE);
        repository.update(
                OrderUpdate.applying(
                        order.id(),
                        SampleOrders.report(order, status, cumQty),
                        SampleOrders.START,
                        EVIDENCE));
        return repository.find(order.id()).orElseThrow();
    }

    private static Order working(Order order, OrderStatus status, String cumQty) {
        return order.apply(SampleOrders.report(order, status, cumQty), SampleOrders.START);
    }

    private static NewOrder buy() {
        return order(Side.BUY, new OrderType.Market());
    }

    private static NewOrder sell(OrderType type) {
        return order(Side.SELL, type);
    }

    private static NewOrder order(Side side, OrderType type) {
        return new NewOrder(new Symbol("AAPL"), side, Quantity.of("10"), type, TimeInForce.GTC);
    }
}

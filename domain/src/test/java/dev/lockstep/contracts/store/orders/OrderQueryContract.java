package dev.lockstep.contracts.store.orders;

import static dev.lockstep.contracts.store.orders.OrderFixture.EVIDENCE;
import static dev.lockstep.contracts.store.orders.OrderFixture.terms;
import static dev.lockstep.contracts.store.orders.OrderFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Searches: by status, symbol, side, strategy and purpose, in pages. */
public interface OrderQueryContract extends TestedRepository {
    @ParameterizedTest
    @EnumSource(OrderQuery.Direction.class)
    default void pages_show_every_order_once_and_in_order(OrderQuery.Direction direction) {
        List<OrderId> ids = new ArrayList<>(its().added(23).stream().map(Order::id).toList());
        OrderQuery query = OrderQuery.all().limit(5);
        if (direction == OrderQuery.Direction.NEWEST_FIRST) {
            query = query.newestFirst();
            ids = ids.reversed();
        }

        assertThat(its().everyPage(query)).isEqualTo(ids);
    }

    @Test
    default void a_query_finds_by_status_symbol_side_and_trades() {
        Order filled = its().added();
        Order waiting = its().added();
        Order other =
                its().sample().intent(terms("MSFT", "1", new OrderType.Market(), TimeInForce.DAY));
        repository().add(other, EVIDENCE);
        repository().update(update(filled, SampleOrders.report(filled, OrderStatus.FILLED, "10")));

        assertThat(its().everyPage(OrderQuery.all().in(EnumSet.of(OrderStatus.FILLED))))
                .containsExactly(filled.id());
        assertThat(its().everyPage(OrderQuery.all().in(EnumSet.of(OrderStatus.PENDING_SUBMIT))))
                .containsExactly(waiting.id(), other.id());
        assertThat(its().everyPage(OrderQuery.all().of(new Symbol("MSFT"))))
                .containsExactly(other.id());
        assertThat(its().everyPage(OrderQuery.all().traded())).containsExactly(filled.id());
        assertThat(its().everyPage(OrderQuery.all().of(Side.SELL))).containsExactly(other.id());
        assertThat(its().everyPage(OrderQuery.all().of(Side.BUY)))
                .containsExactly(filled.id(), waiting.id());
    }

    @Test
    default void orders_are_searched_by_their_strategy() {
        StrategyId trend = new StrategyId("trend");
        Order ofTrend = its().sample().intent(SampleOrders.tenShares().with(trend));
        Order ofPairs =
                its().sample().intent(SampleOrders.tenShares().with(new StrategyId("pairs")));
        Order ofNone = its().sample().intent();
        repository().addAll(List.of(ofTrend, ofPairs, ofNone), EVIDENCE);

        assertThat(its().everyPage(OrderQuery.all().of(trend))).containsExactly(ofTrend.id());
        assertThat(its().everyPage(OrderQuery.all().of(trend).in(EnumSet.of(OrderStatus.FILLED))))
                .isEmpty();
        assertThat(repository().find(ofTrend.id())).contains(ofTrend);
    }

    @Test
    default void a_purpose_is_stored_as_it_is_and_searched_by_its_kind() {
        Order requested = its().sample().intent();
        Order first = its().sample().of(new OrderPurpose.Closing(null, true));
        Order second = its().sample().of(new OrderPurpose.Closing(first.id(), false));
        Order exit = its().sample().of(new OrderPurpose.Remainder(requested.id()));
        Order restored =
                its().sample()
                        .of(
                                new OrderPurpose.Protection(
                                        exit.id(),
                                        first.id(),
                                        OrderPurpose.Protection.Part.CLOSED,
                                        2));
        Order leg = its().sample().of(new OrderPurpose.Leg());
        Order adopted = its().sample().of(new OrderPurpose.Adopted());
        Order imported = its().sample().of(new OrderPurpose.Imported());
        Order reversal = its().sample().of(new OrderPurpose.Reversal(first.id()));
        List<Order> all =
                List.of(requested, first, second, exit, restored, leg, adopted, imported, reversal);
        repository().addAll(all, EVIDENCE);

        assertThat(all)
                .allSatisfy(order -> assertThat(repository().find(order.id())).contains(order));
        assertThat(its().everyPage(OrderQuery.all().of(OrderPurpose.Kind.CLOSING)))
                .containsExactly(first.id(), second.id());
        assertThat(
                        its().everyPage(
                                        OrderQuery.all()
                                                .of(OrderPurpose.Kind.CLOSING)
                                                .of(new Symbol("MSFT"))
                                                .newestFirst()))
                .isEmpty();
        assertThat(its().everyPage(OrderQuery.all().of(OrderPurpose.Kind.REQUESTED)))
                .containsExactly(requested.id());
        assertThat(
                        its().everyPage(
                                        OrderQuery.all()
                                                .of(OrderPurpose.Kind.REVERSAL)
                                                .of(reversal.terms().symbol())
                                                .newestFirst()))
                .containsExactly(reversal.id());
        assertThat(
                        its().everyPage(
                                        OrderQuery.all()
                                                .of(OrderPurpose.Kind.PROTECTION)
                                                .in(EnumSet.of(OrderStatus.WAITING))))
                .containsExactly(restored.id());
    }
}

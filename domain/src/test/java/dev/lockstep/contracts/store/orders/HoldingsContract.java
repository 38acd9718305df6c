package dev.lockstep.contracts.store.orders;

import static dev.lockstep.contracts.store.orders.OrderFixture.EVIDENCE;
import static dev.lockstep.contracts.store.orders.OrderFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.position.Holdings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holdings: the sum of what the orders traded, each chain of replacements counted once. */
public interface HoldingsContract extends TestedRepository {
    @Test
    default void what_is_held_follows_every_fill_from_the_first_question_on() {
        Symbol msft = new Symbol("MSFT");
        assertThat(repository().holdings()).isEqualTo(Holdings.NONE);
        Order bought = its().added();
        repository()
                .update(
                        update(
                                bought,
                                SampleOrders.report(bought, OrderStatus.PARTIALLY_FILLED, "4")));
        assertThat(repository().holdings().bySymbol())
                .containsExactly(Map.entry(bought.terms().symbol(), NetQuantity.of("4")));

        Order sold =
                its().sample()
                        .intent(
                                new NewOrder(
                                        msft,
                                        Side.SELL,
                                        Quantity.of("2.5"),
                                        new OrderType.Market(),
                                        TimeInForce.DAY));
        repository().add(sold, EVIDENCE);
        repository().update(update(bought, SampleOrders.report(bought, OrderStatus.FILLED, "10")));
        repository().update(update(sold, SampleOrders.report(sold, OrderStatus.FILLED, "2.5")));

        assertThat(repository().holdings().of(bought.terms().symbol()))
                .isEqualTo(NetQuantity.of("10"));
        assertThat(repository().holdings().of(msft)).isEqualTo(NetQuantity.of("-2.5"));
    }

    @Test
    default void a_late_fill_of_the_first_of_three_replaced_orders_is_counted_once() {
        List<Order> chain = chain(3);
        repository().holdings();
        report(chain.getLast(), "10");

        report(chain.getFirst(), "4");

        assertThat(repository().holdings().of(chain.getFirst().terms().symbol()))
                .isEqualTo(NetQuantity.of("10"));
        assertThat(Holdings.NONE.plus(its().everyOrder(OrderQuery.all().counted())))
                .isEqualTo(repository().holdings());
    }

    @Test
    default void what_is_held_equals_the_model_whatever_the_order_of_a_chains_reports() {
        Random random = new Random(12);
        int modelled = 0;
        for (int round = 0; round < 20; round++) {
            List<Order> chain = chain(2 + random.nextInt(3));
            int most = 0;
            for (int report = 0; report < 6; report++) {
                int cumQty = random.nextInt(11);
                report(chain.get(random.nextInt(chain.size())), String.valueOf(cumQty));
                most = Math.max(most, cumQty);
                assertThat(repository().holdings().of(chain.getFirst().terms().symbol()).value())
                        .isLessThanOrEqualTo(new BigDecimal(modelled + most));
            }
            List<String> traded =
                    chain.stream()
                            .map(order -> repository().find(order.id()).orElseThrow())
                            .map(order -> order.cumQty().toString())
                            .toList();
            modelled += traded.stream().mapToInt(Integer::parseInt).max().orElse(0);
            assertThat(repository().holdings())
                    .isEqualTo(Holdings.NONE.plus(its().everyOrder(OrderQuery.all())));
            assertThat(repository().holdings().of(chain.getFirst().terms().symbol()).value())
                    .isEqualTo(new BigDecimal(modelled));
        }
    }

    @Test
    default void what_a_replacement_counts_of_the_order_before_it_is_kept_after_a_bust() {
        List<Order> chain = chain(2);
        Order first = chain.getFirst();
        repository().update(update(first, SampleOrders.report(first, OrderStatus.REPLACED, "4")));
        report(chain.getLast(), "9");
        repository().holdings();

        var busted = SampleOrders.report(first, OrderStatus.REPLACED, "0");
        repository().update(update(first, new ExecutionReport.Corrected(busted)));

        assertHeld(first, "5");
        OrderState.Carried carried = new OrderState.Carried(Quantity.of("4"), Price.of("189.125"));
        assertThat(repository().find(first.id()).orElseThrow().state().carried())
                .isEqualTo(carried);
        assertThat(repository().history(first.id()).getLast().state().carried()).isEqualTo(carried);
        OrderState.Carried less = new OrderState.Carried(Quantity.of("1"), Price.of("189.125"));
        repository().update(update(first, new ExecutionReport.CarriedOver(less)));
        assertHeld(first, "8");
    }

    @Test
    default void
            a_rejected_replacement_holds_nothing_also_after_a_bust_of_the_order_that_works_on() {
        List<Order> chain = chain(2);
        Order first = chain.getFirst();
        Order rejected = chain.getLast();
        report(first, "4");
        report(rejected, "4");
        repository().holdings();
        repository()
                .update(update(rejected, SampleOrders.report(rejected, OrderStatus.REJECTED, "4")));
        assertHeld(first, "4");

        var busted = SampleOrders.report(first, OrderStatus.NEW, "0");
        repository().update(update(first, new ExecutionReport.Corrected(busted)));

        assertHeld(first, "0");
    }

    private void assertHeld(Order order, String netQty) {
        assertThat(repository().holdings().of(order.terms().symbol()))
                .isEqualTo(NetQuantity.of(netQty));
        assertThat(Holdings.NONE.plus(its().everyOrder(OrderQuery.all().counted())))
                .isEqualTo(repository().holdings());
    }

    private List<Order> chain(int length) {
        List<Order> chain = new ArrayList<>(List.of(its().added()));
        while (chain.size() < length) {
            OrderId id = its().sample().ids().nextOrderId();
            Order next =
                    Order.replacement(
                            id,
                            its().sample().ids().clientOrderId(id),
                            new IdempotencyKey(id.value()),
                            chain.getLast(),
                            chain.getLast().terms(),
                            SampleOrders.START);
            repository().add(next, EVIDENCE);
            chain.add(next);
        }
        return chain;
    }

    private void report(Order order, String cumQty) {
        OrderStatus status = "0".equals(cumQty) ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
        repository().update(update(order, SampleOrders.report(order, status, cumQty)));
    }
}

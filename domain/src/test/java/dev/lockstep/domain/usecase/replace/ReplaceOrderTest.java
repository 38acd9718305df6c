package dev.lockstep.domain.usecase.replace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Replacements: an order each, linked as a chain, of which fills count once. */
class ReplaceOrderTest extends ReplaceFixture {
    @Test
    void a_replacement_is_an_order_of_its_own_and_the_old_one_ends_by_the_brokers_word() {
        Order old = working();

        ReplaceResult result = replaceOrder.replace(old.id(), limit("101"));

        Order order = sent(result);
        assertThat(order.replaces()).isEqualTo(old.id());
        assertThat(order.status()).isEqualTo(OrderStatus.NEW);
        assertThat(order.terms().type()).isEqualTo(new OrderType.Limit(Price.of("101")));
        assertThat(stored(old).status()).isEqualTo(OrderStatus.REPLACED);
        assertThat(repository.history(old.id()))
                .extracting(event -> event.state().status())
                .containsSubsequence(OrderStatus.PENDING_REPLACE, OrderStatus.REPLACED);
        assertThat(repository.replacements(old.id())).containsExactly(order);
    }

    @Test
    void a_replacement_belongs_to_the_strategy_of_the_order_it_replaces() {
        StrategyId trend = new StrategyId("trend");
        NewOrder terms =
                SampleOrders.tenShares().with(new OrderType.Limit(Price.of("100"))).with(trend);
        Order old = working(terms);
        Order order = sent(replaceOrder.replace(old.id(), limit("101")));
        StatusReport filled =
                new StatusReport(
                        Objects.requireNonNull(order.brokerOrderId()),
                        new ReportedStatus.Known("filled", OrderStatus.FILLED),
                        Quantity.of("10"),
                        Price.of("101"),
                        clock.instant());
        repository.update(
                new OrderUpdate(
                        order.id(), stored -> stored.apply(filled, clock.instant()), ANSWER));

        assertThat(order.terms()).isEqualTo(old.terms().with(new OrderType.Limit(Price.of("101"))));
        assertThat(new HoldingsByStrategy(repository).of(AAPL).of(trend))
                .isEqualTo(NetQuantity.of("10"));
    }

    @Test
    void the_whole_quantity_is_sent_and_what_traded_before_counts_once() {
        Order old = working();
        broker.set(old, OrderStatus.PARTIALLY_FILLED, "4");
        syncOrders.sync();

        Order order = sent(replaceOrder.replace(old.id(), limit("101")));

        assertThat(broker.replacements().getFirst().orderQty()).isEqualTo(Quantity.of("10"));
        assertThat(order.cumQty()).isEqualTo(Quantity.of("4"));
        assertThat(order.leavesQty()).isEqualTo(Quantity.of("6"));
        assertThat(held()).isEqualTo(NetQuantity.of("4"));
    }

    private NetQuantity held() {
        return Holdings.NONE
                .plus(repository.search(OrderQuery.all().traded()))
                .of(SampleOrders.tenShares().symbol());
    }

    @Test
    void a_late_fill_of_the_old_order_counts_on_the_old_order() {
        Order old = working();
        Order order = sent(replaceOrder.replace(old.id(), limit("101")));

        broker.set(old, OrderStatus.REPLACED, "3");
        Order late = stored(old).apply(broker.book(old.clientOrderId()).report(), clock.instant());

        assertThat(late.status()).isEqualTo(OrderStatus.REPLACED);
        assertThat(late.cumQty()).isEqualTo(Quantity.of("3"));
        assertThat(Holdings.NONE.plus(List.of(late, order)).of(old.terms().symbol()))
                .isEqualTo(NetQuantity.of("3"));
    }

    @Test
    void a_chain_is_replaced_at_its_end() {
        Order first = working();
        Order second = sent(replaceOrder.replace(first.id(), limit("101")));

        Order third = sent(replaceOrder.replace(second.id(), limit("102")));

        assertThat(third.replaces()).isEqualTo(second.id());
        assertThat(stored(second).status()).isEqualTo(OrderStatus.REPLACED);
        assertThat(third.status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void the_same_key_is_one_replacement() {
        Order old = working();
        IdempotencyKey key = new IdempotencyKey("once");
        Order order = sent(replaceOrder.replace(old.id(), limit("101"), key));

        assertThat(replaceOrder.replace(old.id(), limit("101"), key))
                .isEqualTo(new ReplaceResult.AlreadySent(order));
        assertThat(replaceOrder.replace(old.id(), limit("102"), key))
                .isEqualTo(new ReplaceResult.KeyReused(order));
        assertThat(broker.replacements()).hasSize(1);
    }
}

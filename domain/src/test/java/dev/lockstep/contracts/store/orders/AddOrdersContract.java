package dev.lockstep.contracts.store.orders;

import static dev.lockstep.contracts.store.orders.OrderFixture.EVIDENCE;
import static dev.lockstep.contracts.store.orders.OrderFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.KeyScope;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.OrderAddition;
import dev.lockstep.domain.port.store.OrderQuery;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** New orders: found by each of their ids, stored once under a key, with their evidence. */
public interface AddOrdersContract extends TestedRepository {
    @Test
    default void an_added_order_is_found_under_each_of_its_ids() {
        Order order = its().sample().intent();

        AddOutcome outcome = repository().add(order, EVIDENCE);

        assertThat(outcome).isEqualTo(new AddOutcome.Added(order));
        assertThat(repository().find(order.id())).contains(order);
        assertThat(repository().byClientOrderId(order.clientOrderId())).contains(order);
        assertThat(repository().byIdempotencyKey(order.idempotencyKey())).contains(order);
        assertThat(repository().byIdempotencyKey(new IdempotencyKey("another key"))).isEmpty();
    }

    @ParameterizedTest
    @ArgumentsSource(TermsOfEveryKind.class)
    default void an_order_of_any_kind_comes_back_as_it_was_stored(NewOrder terms) {
        Order order = its().sample().intent(terms);

        repository().add(order, EVIDENCE);

        assertThat(repository().find(order.id())).contains(order);
    }

    @Test
    default void a_second_order_under_an_idempotency_key_is_not_stored_and_the_first_is_returned() {
        IdempotencyKey key = new IdempotencyKey("click-1");
        Order first = its().sample().intentUnder(key);
        Order second = its().sample().intentUnder(key);
        repository().add(first, EVIDENCE);

        assertThat(repository().add(second, EVIDENCE))
                .isEqualTo(new AddOutcome.AlreadyThere(first));
        assertThat(repository().find(second.id())).isEmpty();
        assertThat(repository().history(second.id())).isEmpty();
    }

    @Test
    default void one_key_in_two_scopes_is_two_orders_and_each_is_found_by_its_own() {
        IdempotencyKey plain = new IdempotencyKey("1");
        IdempotencyKey trend = new IdempotencyKey("1", new KeyScope("trend"));
        IdempotencyKey carry = new IdempotencyKey("1", new KeyScope("carry"));
        for (IdempotencyKey key : List.of(plain, trend, carry)) {
            Order order = its().sample().intentUnder(key);
            assertThat(repository().add(order, EVIDENCE)).isEqualTo(new AddOutcome.Added(order));
            assertThat(repository().byIdempotencyKey(key)).contains(order);
            assertThat(repository().find(order.id())).contains(order);
            assertThat(repository().add(its().sample().intentUnder(key), EVIDENCE))
                    .isEqualTo(new AddOutcome.AlreadyThere(order));
        }
        assertThat(repository().byIdempotencyKey(new IdempotencyKey("2"))).isEmpty();
    }

    @Test
    default void a_key_that_comes_twice_in_one_batch_is_one_order() {
        IdempotencyKey key = new IdempotencyKey("click-1");
        Order first = its().sample().intentUnder(key);
        Order other = its().sample().intent();

        List<AddOutcome> outcomes =
                repository()
                        .addAll(List.of(first, its().sample().intentUnder(key), other), EVIDENCE);

        assertThat(outcomes)
                .containsExactly(
                        new AddOutcome.Added(first),
                        new AddOutcome.AlreadyThere(first),
                        new AddOutcome.Added(other));
    }

    @Test
    default void each_order_of_a_batch_has_the_evidence_it_came_with() {
        Order first = its().sample().intent();
        Order second = its().sample().intent();

        repository()
                .addAll(
                        List.of(
                                new OrderAddition(first, EVIDENCE),
                                new OrderAddition(second, Evidence.local("another"))));

        assertThat(repository().history(first.id()))
                .containsExactly(OrderEvent.of(first, EVIDENCE));
        assertThat(repository().history(second.id()))
                .containsExactly(OrderEvent.of(second, Evidence.local("another")));
    }

    @Test
    default void a_batch_with_an_id_that_another_order_has_is_refused_whole() {
        Order known = its().sample().sentElsewhere("b-1", "17");
        repository().add(known, EVIDENCE);
        Order good = its().sample().intent();
        Order sameBrokerId = its().sample().sentElsewhere("b-1", "18");
        Order sameClientId = its().sample().sentElsewhere("b-2", "17");

        for (Order bad : List.of(sameBrokerId, sameClientId)) {
            assertThatThrownBy(() -> repository().addAll(List.of(good, bad), EVIDENCE))
                    .hasMessageContaining(bad.id() + " (expected: an id not used before)");
        }
        assertThatThrownBy(() ->
                        repository()
                                .addAll(
                                        List.of(
                                                good,
                                                its().sample().sentElsewhere("b-3", "19"),
                                                its().sample().sentElsewhere("b-3", "20")),
                                        EVIDENCE))
                .hasMessageContaining("an id not used before");
        assertThat(repository().find(good.id())).isEmpty();
    }

    @Test
    default void the_intent_is_the_first_event_of_the_history() {
        Order order = its().added();

        assertThat(repository().history(order.id()))
                .containsExactly(OrderEvent.of(order, EVIDENCE));
    }

    @Test
    default void an_order_that_was_used_before_is_no_new_order() {
        Order order = its().added();
        Order sameIdOtherKey =
                Order.intent(
                        order.id(),
                        order.clientOrderId(),
                        new IdempotencyKey("another"),
                        order.terms(),
                        SampleOrders.START);

        assertThatThrownBy(() -> repository().add(sameIdOtherKey, EVIDENCE))
                .hasMessageContaining(order.id().value());
        assertThat(repository().search(OrderQuery.all())).containsExactly(order);
    }

    @Test
    default void the_legs_of_an_order_are_found_by_their_parent_and_stored_once() {
        Order parent = its().added();
        Order other = its().added();
        Order leg = leg(parent, "take-profit");
        repository().addAll(List.of(leg, leg(parent, "stop-loss")), EVIDENCE);

        AddOutcome again = repository().add(leg(parent, "take-profit"), EVIDENCE);

        assertThat(again).isEqualTo(new AddOutcome.AlreadyThere(leg));
        assertThat(repository().legs(parent.id())).hasSize(2).contains(leg);
        assertThat(repository().legs(other.id())).isEmpty();
        assertThat(repository().find(leg.id())).contains(leg);
    }

    private Order leg(Order parent, String name) {
        NewOrder terms = terms("AAPL", "10", new OrderType.Market(), TimeInForce.DAY);
        BrokerOrder there =
                new BrokerOrder(
                        new BrokerOrderId(name + parent.id()),
                        new ClientOrderId(name + parent.id()),
                        terms.symbol(),
                        terms.side(),
                        terms.amount(),
                        terms,
                        new ReportedStatus.Known("held", OrderStatus.HELD),
                        Quantity.ZERO,
                        null,
                        SampleOrders.START,
                        SampleOrders.START,
                        List.of());
        return Order.leg(
                its().sample().ids().nextOrderId(), parent, terms, there, SampleOrders.START);
    }

    @Test
    default void the_orders_that_were_to_take_the_place_of_another_are_found_by_it() {
        Order old = its().added();
        Order first = replacement(old);
        Order second = replacement(old);
        repository().addAll(List.of(first, second), EVIDENCE);

        assertThat(repository().replacements(old.id())).containsExactly(first, second);
        assertThat(repository().replacements(first.id())).isEmpty();
        assertThat(repository().find(second.id())).contains(second);
    }

    private Order replacement(Order old) {
        Order like = its().sample().intent();
        return Order.replacement(
                like.id(),
                like.clientOrderId(),
                like.idempotencyKey(),
                old,
                old.terms(),
                SampleOrders.START);
    }
}

package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.value.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names under which an order is found. */
class OrderNameTest {
    private static final NewOrder TERMS = SampleOrders.tenShares();

    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final Order first = stored("019b8e90-9abb-7000-8000-000000000001");
    private final Order second = stored("019b8e90-9abc-7000-8000-000000000002");

    @Test
    void an_order_is_found_by_its_id_and_both_ids_at_the_broker() {
        Order working =
                repository
                        .update(
                                OrderUpdate.applying(
                                        first.id(),
                                        SampleOrders.report(first, OrderStatus.NEW, "0"),
                                        SampleOrders.START,
                                        Evidence.local("test")))
                        .orderOr(first);

        for (String name :
                new String[] {
                    first.id().value(),
                    first.clientOrderId().value(),
                    SampleOrders.brokerOrderId(first).value()
                }) {
            assertThat(OrderName.find(repository, name)).contains(working);
        }
    }

    @Test
    void the_last_order_is_the_newest() {
        assertThat(OrderName.find(repository, "last")).contains(second);
        assertThat(OrderName.find(new InMemoryOrderRepository(), "last")).isEmpty();
    }

    @Test
    void an_order_with_the_client_order_id_last_is_preferred() {
        Order named = stored("019b8e90-0000-7000-8000-000000000000", "last");

        assertThat(OrderName.find(repository, "last")).contains(named);
    }

    @Test
    void a_prefix_that_only_one_id_has_is_enough() {
        assertThat(OrderName.find(repository, "019b8e90-9abb")).contains(first);
        assertThat(OrderName.find(repository, "019b8e90-9abc-7000-8000-00000000000"))
                .contains(second);
    }

    @Test
    void a_prefix_of_several_ids_names_them() {
        assertThatThrownBy(() -> OrderName.find(repository, "019b8e90"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(first.id() + " and " + second.id() + " begin so");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "019b8e9",
                "019b8e91",
                "029b8e90-9abb",
                "019b8e90-9abb-7000-8000-000000000009",
                "019b8e90-9abb-7000-8000-0000000000010",
                "not-an-order-id",
                "LAST"
            })
    void anything_else_is_no_order(String name) {
        assertThat(OrderName.find(repository, name)).isEmpty();
    }

    private Order stored(String id) {
        return stored(id, "c-" + id);
    }

    private Order stored(String id, String clientOrderId) {
        Order order =
                Order.intent(
                        new OrderId(id),
                        new ClientOrderId(clientOrderId),
                        new IdempotencyKey(id),
                        TERMS,
                        SampleOrders.START);
        repository.add(order, Evidence.local("test"));
        return order;
    }
}

package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.store.OrderRepositoryContract;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.persistence.sql.order.SqlOrderRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the repository contract against SQLite, plus tests specific to it. */
class SqliteOrderRepositoryTest extends OrderRepositoryContract {
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;
    private SqliteStore store;

    @BeforeEach
    void open() {
        store = Stores.open(folder.resolve("orders.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public OrderRepository repository() {
        return store.repository();
    }

    @Override
    public Fills fills() {
        return store.fills();
    }

    @Test
    void orders_and_their_history_survive_reopening() {
        Order order = added(1).getFirst();
        repository().update(filled(order));
        Order filled = repository().find(order.id()).orElseThrow();
        store.close();

        store = Stores.open(folder.resolve("orders.db"));

        assertThat(repository().find(order.id())).contains(filled);
        assertThat(repository().history(order.id())).hasSize(2);
    }

    @Test
    void a_write_that_fails_stores_neither_the_execution_nor_the_order() {
        Order order = added(1).getFirst();
        Fill fill = SampleFills.fill("e-1", SampleOrders.brokerOrderId(order), "10", "10");
        OrderUpdate failing =
                new OrderUpdate(
                        order.id(),
                        _ -> {
                            throw new AssertionError("it fails");
                        },
                        EVIDENCE);

        assertThatThrownBy(() ->
                        repository().updateAll(List.of(fill), List.of(filled(order), failing)))
                .isInstanceOf(RepositoryException.class);

        assertThat(repository().find(order.id())).contains(order);
        assertThat(fills().of(fill.brokerOrderId())).isEmpty();
    }

    @Test
    void a_batch_larger_than_one_commit_is_stored_in_full() {
        List<Order> orders = added(SqlOrderRepository.MAX_UPDATES_PER_COMMIT + 1);

        List<UpdateOutcome> outcomes =
                repository()
                        .updateAll(
                                orders.stream().map(SqliteOrderRepositoryTest::filled).toList(),
                                BatchMode.EACH_FOR_ITSELF);

        assertThat(outcomes)
                .hasSize(orders.size())
                .hasOnlyElementsOfType(UpdateOutcome.Updated.class);
    }

    @Test
    void more_query_forms_than_cached_statements_return_correct_results() {
        List<Order> orders = added(3);
        List<OrderQuery> queries = new ArrayList<>();
        for (OrderStatus one : OrderStatus.values()) {
            for (OrderStatus other : OrderStatus.values()) {
                queries.add(OrderQuery.all().in(EnumSet.of(one, other)));
                queries.add(OrderQuery.all().in(EnumSet.of(one, other)).newestFirst());
            }
        }

        for (int round = 0; round < 2; round++) {
            for (OrderQuery query : queries) {
                assertThat(repository().search(query))
                        .hasSize(query.statuses().contains(orders.getFirst().status()) ? 3 : 0);
            }
        }
    }

    @Test
    void a_page_over_several_statuses_is_in_order() {
        List<Order> orders = added(9);
        repository().update(filled(orders.get(4)));
        repository().update(working(orders.get(2)));
        repository().update(canceled(orders.get(7)));
        OrderQuery some =
                OrderQuery.all()
                        .in(EnumSet.of(OrderStatus.FILLED, OrderStatus.CANCELED, OrderStatus.NEW));

        assertThat(repository().search(some))
                .extracting(Order::id)
                .containsExactly(orders.get(2).id(), orders.get(4).id(), orders.get(7).id());
        assertThat(repository().search(some.newestFirst().limit(2)))
                .extracting(Order::id)
                .containsExactly(orders.get(7).id(), orders.get(4).id());
    }

    @Test
    void a_closed_store_rejects_calls() {
        store.close();

        assertThatThrownBy(() -> added(1))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        failure ->
                                assertThat(failure.reason())
                                        .isEqualTo(RepositoryException.Reason.CLOSED));
        assertThatThrownBy(() -> repository().search(OrderQuery.all()))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        failure ->
                                assertThat(failure.reason())
                                        .isEqualTo(RepositoryException.Reason.CLOSED));
    }

    private List<Order> added(int count) {
        List<Order> orders = IntStream.range(0, count).mapToObj(_ -> sample.intent()).toList();
        repository().addAll(orders, EVIDENCE);
        return orders;
    }

    private static OrderUpdate working(Order order) {
        return update(order, SampleOrders.report(order, OrderStatus.NEW, "0"));
    }

    private static OrderUpdate filled(Order order) {
        return update(order, SampleOrders.report(order, OrderStatus.FILLED, "10"));
    }

    private static OrderUpdate canceled(Order order) {
        return update(order, SampleOrders.report(order, OrderStatus.CANCELED, "0"));
    }

    private static OrderUpdate update(Order order, ExecutionReport report) {
        return OrderUpdate.applying(order.id(), report, SampleOrders.START, EVIDENCE);
    }
}

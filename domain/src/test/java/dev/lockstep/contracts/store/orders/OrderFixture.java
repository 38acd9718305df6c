package dev.lockstep.contracts.store.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Sample orders in the repository under test, with the steps that several topics share. */
public record OrderFixture(OrderRepository repository, SampleOrders sample) {
    static final Evidence EVIDENCE =
            new Evidence(Evidence.Source.POLL, "GET /v2/orders: 200", "req-1", "{\"id\": \"ü\"}");
    private static final int MAX_WAIT_SECONDS = 60;

    Order added() {
        return added(1).getFirst();
    }

    List<Order> added(int count) {
        List<Order> orders = IntStream.range(0, count).mapToObj(_ -> sample.intent()).toList();
        repository.addAll(orders, EVIDENCE);
        return orders;
    }

    List<Order> everyOrder(OrderQuery query) {
        return everyPage(query).stream().map(id -> repository.find(id).orElseThrow()).toList();
    }

    List<OrderId> everyPage(OrderQuery first) {
        List<OrderId> found = new ArrayList<>();
        OrderQuery query = first;
        while (true) {
            List<Order> page = repository.search(query);
            assertThat(page).hasSizeLessThanOrEqualTo(query.limit());
            page.forEach(order -> found.add(order.id()));
            if (page.size() < query.limit()) {
                return found;
            }
            query = query.after(page.getLast().id());
        }
    }

    static OrderUpdate update(Order order, ExecutionReport report) {
        return OrderUpdate.applying(
                order.id(), report, SampleOrders.START.plusSeconds(2), EVIDENCE);
    }

    /** Flips between two states, so that every call makes a version. */
    static OrderUpdate oneMoreVersion(OrderId id) {
        return new OrderUpdate(
                id,
                stored ->
                        stored.apply(
                                stored.status() == OrderStatus.UNKNOWN
                                        ? new ExecutionReport.Resent()
                                        : new ExecutionReport.Unresolved("v" + stored.version()),
                                SampleOrders.START),
                EVIDENCE);
    }

    static NewOrder terms(String symbol, String orderQty, OrderType type, TimeInForce timeInForce) {
        return new NewOrder(
                new Symbol(symbol), Side.SELL, Quantity.of(orderQty), type, timeInForce);
    }

    static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls, MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                results.add(future.get());
            }
            return results;
        }
    }
}

package dev.lockstep.app.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.body.FillBody;
import dev.lockstep.app.view.body.OrderEventBody;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Writes out what is stored, oldest order first, with one page of orders in memory at a time.
 * Others may trade meanwhile: each page is as it was when it was read.
 */
public final class Export implements RowSource {
    private final OrderRepository repository;
    private final Fills fills;
    private final ExportKind kind;
    private final OrderQuery query;
    private final Period period;

    /**
     * An export of one kind.
     *
     * @param query whose orders' rows are written
     * @param period which of these rows: by when an order was made, an event was learned of, or an
     *     execution traded
     */
    public Export(
            OrderRepository repository,
            Fills fills,
            ExportKind kind,
            OrderQuery query,
            Period period) {
        this.repository = repository;
        this.fills = fills;
        this.kind = kind;
        this.query = query;
        this.period = period;
    }

    @Override
    public long write(Writer target, RowText text, BooleanSupplier enough, LongConsumer progress)
            throws IOException {
        target.write(text.header());
        long rows = 0;
        long orders = 0;
        OrderQuery next = query;
        List<Order> page = repository.search(next);
        while (!page.isEmpty() && !enough.getAsBoolean()) {
            for (Order order : page) {
                rows += write(target, text, order);
                orders++;
                progress.accept(orders);
            }
            next = next.after(page.getLast().id());
            page = page.size() < next.limit() ? List.of() : repository.search(next);
        }
        target.flush();
        return rows;
    }

    private long write(Writer target, RowText text, Order order) throws IOException {
        List<ObjectNode> rows = rows(order).toList();
        for (ObjectNode row : rows) {
            target.write(text.row(row));
        }
        return rows.size();
    }

    private Stream<ObjectNode> rows(Order order) {
        return switch (kind) {
            case ORDERS ->
                    period.has(order.createdAt()) ? Stream.of(BodyTree.of(order)) : Stream.of();
            case EVENTS ->
                    repository.history(order.id()).stream()
                            .filter(event -> period.has(event.at()))
                            .map(event ->
                                    of(order)
                                            .put("symbol", order.terms().symbol().value())
                                            .setAll(BodyTree.of(OrderEventBody.of(event))));
            case FILLS -> fills(order);
            case ADJUSTMENTS, TRIPS ->
                    throw new IllegalStateException(kind + " are not exported by order");
        };
    }

    private Stream<ObjectNode> fills(Order order) {
        BrokerOrderId id = order.brokerOrderId();
        return id == null
                ? Stream.of()
                : fills.of(id).stream()
                        .filter(fill -> period.has(fill.transactTime()))
                        .map(fill -> of(order).setAll(BodyTree.of(FillBody.of(fill))));
    }

    private static ObjectNode of(Order order) {
        return JsonNodeFactory.instance.objectNode().put("orderId", order.id().value());
    }
}

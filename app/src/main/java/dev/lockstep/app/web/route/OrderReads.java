package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.ReplaceChain;
import dev.lockstep.app.view.StatusWords;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Lists orders, page by page, and shows one with its history. */
public final class OrderReads {
    private static final int USUAL_PAGE_ORDERS = 100;
    private static final int MAX_PAGE_ORDERS = 500;

    private final OrderRepository repository;

    /** Reads these. */
    public OrderReads(OrderRepository repository) {
        this.repository = repository;
    }

    /** Puts the endpoints up. */
    public void register(Endpoints endpoints) {
        endpoints.get("/orders", this::list);
        endpoints.get("/orders/{id}", this::show);
    }

    private Answer list(Context request) {
        Params.allow(request, "status", "symbol", "direction", "after", "limit");
        OrderQuery query = query(request);
        List<Order> orders = repository.search(query);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("orders", array(orders));
        node.put("next", orders.size() == query.limit() ? orders.getLast().id().value() : null);
        return Answer.ok(node);
    }

    private Answer show(Context request) {
        Params.allow(request);
        Order order = Params.order(request, repository);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("order", OrderView.json(order));
        node.set("legs", array(repository.legs(order.id())));
        node.set("chain", array(new ReplaceChain(repository).of(order)));
        ArrayNode history = node.putArray("history");
        repository.history(order.id()).forEach(event -> history.add(OrderView.json(event)));
        return Answer.ok(node);
    }

    private static OrderQuery query(Context request) {
        OrderQuery all =
                OrderQuery.all()
                        .in(StatusWords.read(Params.query(request, "status").orElse("all")));
        Optional<String> symbol = Params.query(request, "symbol");
        OrderQuery filtered = symbol.isEmpty() ? all : all.of(Params.symbol(symbol.get()));
        String direction = Params.query(request, "direction").orElse("newest");
        OrderQuery directed =
                switch (direction) {
                    case "newest" -> filtered.newestFirst();
                    case "oldest" -> filtered;
                    default ->
                            throw new InvalidValueException(
                                    "direction", direction, "newest or oldest");
                };
        OrderQuery paged =
                directed.limit(Params.number(request, "limit", USUAL_PAGE_ORDERS, MAX_PAGE_ORDERS));
        return Params.query(request, "after")
                .map(after -> paged.after(new OrderId(after)))
                .orElse(paged);
    }

    static ArrayNode array(List<Order> orders) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        orders.forEach(order -> array.add(OrderView.json(order)));
        return array;
    }
}

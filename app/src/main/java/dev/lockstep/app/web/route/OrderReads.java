package dev.lockstep.app.web.route;

import dev.lockstep.app.view.StatusKeywords;
import dev.lockstep.app.view.body.OrderBody;
import dev.lockstep.app.view.body.OrderDetailBody;
import dev.lockstep.app.view.body.OrderEventBody;
import dev.lockstep.app.view.body.OrderPageBody;
import dev.lockstep.app.view.change.ReplaceChain;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.board.Tab;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lists orders, page by page, and shows one with its history. */
public final class OrderReads {
    private static final int USUAL_PAGE_ORDERS = 100;
    private static final String EVERY = "all";

    private final OrderRepository repository;

    /** Reads these. */
    public OrderReads(OrderRepository repository) {
        this.repository = repository;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/orders", this::list);
        endpoints.get("/orders/{id}", this::show);
    }

    private Answer list(Context request) {
        Params.allow(
                request,
                "status",
                "tab",
                "symbol",
                "side",
                "strategy",
                "direction",
                "after",
                "limit",
                "key");
        Optional<String> key = Params.query(request, "key");
        if (key.isPresent()) {
            return byKey(request, key.get());
        }
        OrderQuery query = query(request);
        List<Order> orders = repository.search(query);
        return Answer.ok(OrderPageBody.of(orders, query.limit()));
    }

    /** Lists the order of an idempotency key, so that a client can ask what became of a submit. */
    private Answer byKey(Context request, String key) {
        if (request.queryParamMap().size() > 1) {
            throw new InvalidValueException("key", key, "no other parameter with it");
        }
        return Answer.ok(
                new OrderPageBody(
                        bodies(repository.byIdempotencyKey(new IdempotencyKey(key)).stream()),
                        null));
    }

    private Answer show(Context request) {
        Params.allow(request);
        Order order = Params.order(request, repository);
        return Answer.ok(
                new OrderDetailBody(
                        OrderBody.of(order),
                        bodies(repository.legs(order.id()).stream()),
                        bodies(new ReplaceChain(repository).of(order).stream()),
                        repository.history(order.id()).stream().map(OrderEventBody::of).toList()));
    }

    private static OrderQuery query(Context request) {
        OrderQuery query =
                OrderQuery.all()
                        .in(statuses(request))
                        .limit(
                                Params.number(
                                        request,
                                        "limit",
                                        USUAL_PAGE_ORDERS,
                                        OrderQuery.MAX_PAGE_ORDERS));
        query = Params.query(request, "symbol").map(Symbol::typed).map(query::of).orElse(query);
        query =
                Params.query(request, "side")
                        .map(word -> Params.word(Side.class, "side", word))
                        .map(query::of)
                        .orElse(query);
        query = Params.query(request, "strategy").map(StrategyId::new).map(query::of).orElse(query);
        query = newestFirst(request) ? query.newestFirst() : query;
        return Params.query(request, "after")
                .map(text -> Params.orderId("after", text))
                .map(query::after)
                .orElse(query);
    }

    /** Returns the statuses by a status, a group, or a tab of the screen. */
    private static Set<OrderStatus> statuses(Context request) {
        Optional<String> status = Params.query(request, "status");
        String tab = Params.query(request, "tab").orElse(EVERY);
        if (tab.equalsIgnoreCase(EVERY)) {
            return StatusKeywords.read(status.orElse(EVERY));
        }
        if (status.isPresent()) {
            throw new InvalidValueException("tab", tab, "either status or tab");
        }
        try {
            return Params.word(Tab.class, "tab", tab).statuses();
        } catch (InvalidValueException wrong) {
            throw new InvalidValueException("tab", tab, wrong.expected() + ", " + EVERY);
        }
    }

    private static boolean newestFirst(Context request) {
        String direction = Params.query(request, "direction").orElse("newest");
        return switch (direction) {
            case "newest" -> true;
            case "oldest" -> false;
            default -> throw new InvalidValueException("direction", direction, "newest or oldest");
        };
    }

    private static List<OrderBody> bodies(Stream<Order> orders) {
        return orders.map(OrderBody::of).toList();
    }
}

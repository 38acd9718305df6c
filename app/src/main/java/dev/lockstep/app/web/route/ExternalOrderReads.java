package dev.lockstep.app.web.route;

import dev.lockstep.app.view.body.ExternalOrdersBody;
import dev.lockstep.app.view.body.ExternalPageBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.app.web.board.BrokerStateSnapshot;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.usecase.sync.AdoptOrder;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists the open external orders at the broker, page by page, oldest first, and adopts them. */
public final class ExternalOrderReads {
    private static final int USUAL_PAGE_ORDERS = 100;
    private static final int MAX_PAGE_ORDERS = 1_000;
    private static final Comparator<BrokerOrder> OLDEST_FIRST =
            Comparator.comparing(BrokerOrder::submittedAt).thenComparing(ExternalOrderReads::id);

    private final BrokerStateSnapshot board;

    private final AdoptOrder adoptOrder;

    /**
     * Creates the routes.
     *
     * @param board the external orders
     * @param adoptOrder adopts one
     */
    public ExternalOrderReads(BrokerStateSnapshot board, AdoptOrder adoptOrder) {
        this.board = board;
        this.adoptOrder = adoptOrder;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/external-orders", this::list);
        endpoints.change(HandlerType.POST, "/external-orders/{id}/adopt", this::adopt);
    }

    private Answer adopt(Context request) {
        Bodies.none(request);
        BrokerOrderId id = new BrokerOrderId(request.pathParam("id"));
        return ResultResponses.adopted(id, adoptOrder.adopt(id));
    }

    private Answer list(Context request) {
        Params.allow(request, "after", "limit");
        int limit = Params.number(request, "limit", USUAL_PAGE_ORDERS, MAX_PAGE_ORDERS);
        Optional<String> after = Params.query(request, "after");
        FetchedList<BrokerOrder> all = ProblemException.complete(board.externalOrders());
        List<BrokerOrder> sorted = all.items().stream().sorted(OLDEST_FIRST).toList();
        List<BrokerOrder> rest = after.map(id -> behind(sorted, id)).orElse(sorted);
        List<BrokerOrder> page = rest.stream().limit(limit).toList();
        return Answer.ok(
                new ExternalPageBody(
                        ExternalOrdersBody.of(new FetchedList<>(page, all.unreadable())),
                        sorted.size(),
                        page.size() < rest.size() ? id(page.getLast()) : null));
    }

    private static List<BrokerOrder> behind(List<BrokerOrder> sorted, String after) {
        List<String> ids = sorted.stream().map(ExternalOrderReads::id).toList();
        int place = ids.indexOf(after);
        if (place < 0) {
            throw new InvalidValueException(
                    "after",
                    after,
                    "the broker's id of an external order that is open; begin again without it");
        }
        return sorted.subList(place + 1, sorted.size());
    }

    private static String id(BrokerOrder order) {
        return order.brokerOrderId().value();
    }
}

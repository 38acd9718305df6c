package dev.lockstep.app.web.route.report;

import dev.lockstep.app.view.report.ActivityBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.route.Endpoints;
import dev.lockstep.app.web.route.Params;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.port.store.OrderFeed;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Routes for the events of orders, newest first, in pages. */
public final class ActivityReads {
    private static final int USUAL_PAGE_EVENTS = 100;

    private final OrderFeed feed;

    public ActivityReads(OrderFeed feed) {
        this.feed = feed;
    }

    /** Registers the endpoint. */
    public void register(Endpoints endpoints) {
        endpoints.get("/activity", this::activity);
    }

    private Answer activity(Context request) {
        Params.allow(request, "limit", "before", "symbol");
        @Nullable Symbol symbol = Params.query(request, "symbol").map(Symbol::typed).orElse(null);
        int limit = Params.number(request, "limit", USUAL_PAGE_EVENTS, OrderFeed.MAX_EVENTS);
        return Answer.ok(ActivityBody.of(feed.before(Params.place(request), symbol, limit)));
    }
}

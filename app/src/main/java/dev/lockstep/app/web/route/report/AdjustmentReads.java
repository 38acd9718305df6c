package dev.lockstep.app.web.route.report;

import dev.lockstep.app.view.report.AdjustmentPageBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.route.Endpoints;
import dev.lockstep.app.web.route.Params;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.port.store.Adjustments;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import io.javalin.http.Context;
import java.util.Optional;

/** Lists fees, dividends, splits and other adjustments, page by page, the newest first. */
public final class AdjustmentReads {
    private static final int DEFAULT_PAGE = 100;

    private final Adjustments adjustments;

    /** Lists these. */
    public AdjustmentReads(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    /** Registers the endpoint. */
    public void register(Endpoints endpoints) {
        endpoints.get("/adjustments", this::adjustments);
    }

    private Answer adjustments(Context request) {
        Params.allow(request, "limit", "before", "symbol", "kind", "since");
        int limit = Params.number(request, "limit", DEFAULT_PAGE, AdjustmentQuery.MAX_PAGE);
        AdjustmentQuery query =
                AdjustmentQuery.all().newest().limit(limit).after(Params.place(request));
        query = Params.query(request, "symbol").map(Symbol::typed).map(query::of).orElse(query);
        query = kind(request).map(query::of).orElse(query);
        query = Params.time(request, "since").map(query::since).orElse(query);
        return Answer.ok(AdjustmentPageBody.of(adjustments.list(query), limit));
    }

    private static Optional<AdjustmentKind> kind(Context request) {
        return Params.query(request, "kind")
                .map(text -> Params.word(AdjustmentKind.class, "kind", text));
    }
}

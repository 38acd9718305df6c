package dev.lockstep.app.web.route.report;

import dev.lockstep.app.view.report.AuditBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.route.Endpoints;
import dev.lockstep.app.web.route.Params;
import dev.lockstep.domain.usecase.report.ActKind;
import dev.lockstep.domain.usecase.report.ListOperatorActs;
import io.javalin.http.Context;
import java.time.Instant;

/** Lists what persons and watchdogs have decided, page by page or by kind, newest first. */
public final class AuditReads {
    private static final int DEFAULT_PAGE = 100;

    /** After every stored time. */
    private static final Instant END = Instant.parse("2262-01-01T00:00:00Z");

    private final ListOperatorActs listOperatorActs;

    public AuditReads(ListOperatorActs listOperatorActs) {
        this.listOperatorActs = listOperatorActs;
    }

    /** Registers the endpoint. */
    public void register(Endpoints endpoints) {
        endpoints.get("/audit", this::list);
    }

    private Answer list(Context request) {
        Params.allow(request, "before", "limit", "kind");
        int limit = Params.number(request, "limit", DEFAULT_PAGE, ListOperatorActs.MAX_PAGE);
        Instant before = Params.time(request, "before").orElse(END);
        ActKind kind =
                Params.query(request, "kind")
                        .map(word -> Params.word(ActKind.class, "kind", word))
                        .orElse(null);
        return Answer.ok(AuditBody.of(listOperatorActs.before(before, limit, kind)));
    }
}

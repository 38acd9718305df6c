package dev.lockstep.app.web.route;

import dev.lockstep.app.form.request.ReasonForm;
import dev.lockstep.app.view.body.health.IncidentBody;
import dev.lockstep.app.view.body.health.IncidentPageBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.InstantSource;

/** Routes to list and acknowledge incidents. */
public final class IncidentRoutes {
    private final Incidents incidents;
    private final RequestAuthor author;
    private final InstantSource clock;

    /**
     * Acknowledges these.
     *
     * @param author names the author of an acknowledgement
     */
    public IncidentRoutes(Incidents incidents, RequestAuthor author, InstantSource clock) {
        this.incidents = incidents;
        this.author = author;
        this.clock = clock;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/incidents", this::list);
        endpoints.change(HandlerType.POST, "/incidents/{number}/acknowledge", this::acknowledge);
    }

    private Answer list(Context request) {
        Params.allow(request, "all", "limit", "before");
        boolean all = Params.flag(request, "all");
        int limit =
                Params.number(
                        request,
                        "limit",
                        IncidentQuery.MAX_PAGE_INCIDENTS,
                        IncidentQuery.MAX_PAGE_INCIDENTS);
        IncidentQuery query = (all ? IncidentQuery.all() : IncidentQuery.open()).limit(limit);
        return Answer.ok(
                IncidentPageBody.of(incidents.list(query.before(Params.place(request))), limit));
    }

    private Answer acknowledge(Context request) {
        String reason = Bodies.read(request, ReasonForm.class).why();
        String number = request.pathParam("number");
        if (!number.matches("[1-9][0-9]{0,17}")) {
            throw new InvalidValueException("number", number, "the number of an incident");
        }
        Acknowledgement by = new Acknowledgement(author.of(request), reason, clock.instant());
        return incidents
                .acknowledge(Long.parseLong(number), by)
                .map(incident -> Answer.ok(IncidentBody.of(incident)))
                .orElseThrow(
                        () -> ProblemException.notFound("no open incident has number " + number));
    }
}

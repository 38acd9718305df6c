package dev.lockstep.app.web.route;

import dev.lockstep.app.form.request.ReasonForm;
import dev.lockstep.app.view.body.health.IncidentBody;
import dev.lockstep.app.view.body.health.IncidentPageBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.usecase.incident.CloseIncident;
import dev.lockstep.domain.usecase.incident.CloseIncidentResult;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.InstantSource;

/** Routes to list, acknowledge and close incidents. */
public final class IncidentRoutes {
    private final Incidents incidents;
    private final CloseIncident closeIncident;
    private final RequestAuthor author;
    private final InstantSource clock;

    /**
     * Acknowledges these.
     *
     * @param closeIncident closes them
     * @param author names the author of a decision
     */
    public IncidentRoutes(
            Incidents incidents,
            CloseIncident closeIncident,
            RequestAuthor author,
            InstantSource clock) {
        this.incidents = incidents;
        this.closeIncident = closeIncident;
        this.author = author;
        this.clock = clock;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/incidents", this::list);
        endpoints.change(HandlerType.POST, "/incidents/{number}/acknowledge", this::acknowledge);
        endpoints.change(HandlerType.POST, "/incidents/{number}/close", this::close);
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
        long number = number(request);
        Acknowledgement by = new Acknowledgement(author.of(request), reason, clock.instant());
        return incidents
                .acknowledge(number, by)
                .map(incident -> Answer.ok(IncidentBody.of(incident)))
                .orElseThrow(() -> notOpen(number));
    }

    private Answer close(Context request) {
        String reason = Bodies.read(request, ReasonForm.class).why();
        long number = number(request);
        return switch (closeIncident.close(number, author.of(request), reason)) {
            case CloseIncidentResult.Closed(Incident incident) ->
                    Answer.ok(IncidentBody.of(incident));
            case CloseIncidentResult.StaysOpen(Incident _, String text) ->
                    throw new ProblemException(Problem.coded(409, "open", text));
            case CloseIncidentResult.NotOpen _ -> throw notOpen(number);
        };
    }

    private static long number(Context request) {
        String number = request.pathParam("number");
        if (!number.matches("[1-9][0-9]{0,17}")) {
            throw new InvalidValueException("number", number, "the number of an incident");
        }
        return Long.parseLong(number);
    }

    private static ProblemException notOpen(long number) {
        return ProblemException.notFound("no open incident has number " + number);
    }
}

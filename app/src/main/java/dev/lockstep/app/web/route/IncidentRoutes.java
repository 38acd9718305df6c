package dev.lockstep.app.web.route;

import dev.lockstep.app.view.IncidentView;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.InstantSource;

/** Routes to list and acknowledge incidents. */
public final class IncidentRoutes {
    private final Incidents incidents;
    private final String who;
    private final InstantSource clock;

    /**
     * Acknowledges these.
     *
     * @param who who is written down as having done it
     */
    public IncidentRoutes(Incidents incidents, String who, InstantSource clock) {
        this.incidents = incidents;
        this.who = who;
        this.clock = clock;
    }

    /** Registers the endpoint. */
    public void register(Endpoints endpoints) {
        endpoints.change(HandlerType.POST, "/incidents/{number}/acknowledge", this::acknowledge);
    }

    private Answer acknowledge(Context request) {
        JsonBody body = Bodies.fields(request, "reason");
        String number = request.pathParam("number");
        if (!number.matches("[1-9][0-9]{0,17}")) {
            throw new InvalidValueException("number", number, "the number of an incident");
        }
        Acknowledgement by =
                new Acknowledgement(who, body.required("reason", "the reason"), clock.instant());
        return incidents
                .acknowledge(Long.parseLong(number), by)
                .map(incident -> Answer.ok(IncidentView.json(incident)))
                .orElseThrow(
                        () -> ProblemException.notFound("no open incident has number " + number));
    }
}

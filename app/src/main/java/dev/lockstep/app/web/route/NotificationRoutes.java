package dev.lockstep.app.web.route;

import dev.lockstep.app.notify.ChannelTrial;
import dev.lockstep.app.view.ChannelTrialBody;
import dev.lockstep.app.view.NotificationView;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.usecase.notify.ListNotifications;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/** Routes to list notifications with their deliveries, and to try a channel. */
public final class NotificationRoutes {
    private final ListNotifications listNotifications;
    private final ChannelTrial trial;

    /** Serves the channels that a trial knows. */
    public NotificationRoutes(ListNotifications listNotifications, ChannelTrial trial) {
        this.listNotifications = listNotifications;
        this.trial = trial;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/notifications", this::list);
        endpoints.change(HandlerType.POST, "/notifications/{channel}/test", this::test);
    }

    private Answer list(Context request) {
        Params.allow(request);
        return Answer.ok(
                NotificationView.json(
                        trial.settings(), listNotifications.list(trial.settings().rules())));
    }

    private Answer test(Context request) {
        Bodies.none(request);
        String channel = request.pathParam("channel");
        return trial.send(channel)
                .map(result -> Answer.ok(ChannelTrialBody.of(channel, result)))
                .orElseThrow(() -> ProblemException.notFound("there is no channel " + channel));
    }
}

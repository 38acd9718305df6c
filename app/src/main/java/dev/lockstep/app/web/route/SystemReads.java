package dev.lockstep.app.web.route;

import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.board.StatusBoard;

/** Tells how the platform is. */
public final class SystemReads {
    private final StatusBoard status;

    /** Tells it from here. */
    public SystemReads(StatusBoard status) {
        this.status = status;
    }

    /** Puts the endpoints up. */
    public void register(Endpoints endpoints) {
        endpoints.get("/status", _ -> Answer.ok(status.json()));
    }
}

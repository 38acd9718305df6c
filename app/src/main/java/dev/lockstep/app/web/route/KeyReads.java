package dev.lockstep.app.web.route;

import dev.lockstep.app.view.body.key.KeyListBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.domain.access.KeyKind;
import dev.lockstep.domain.usecase.access.ManageKeys;
import io.javalin.http.Context;

/** Lists the keys of bots and the hooks, without their secrets. */
public final class KeyReads {
    private final ManageKeys manageKeys;

    public KeyReads(ManageKeys manageKeys) {
        this.manageKeys = manageKeys;
    }

    /** Registers the endpoint. */
    public void register(Endpoints endpoints) {
        endpoints.get("/keys", this::list);
    }

    private Answer list(Context request) {
        Params.allow(request);
        return Answer.ok(
                KeyListBody.of(manageKeys.list(KeyKind.BOT), manageKeys.list(KeyKind.HOOK)));
    }
}

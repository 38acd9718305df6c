package dev.lockstep.app.web.route;

import io.javalin.http.Context;

/**
 * Names the author of a change over HTTP, as it is stored and shown: the client that has shown the
 * token, or the user who runs the process where none is required.
 */
public final class RequestAuthor {
    private final String user;
    private final boolean tokenRequired;

    /** Names clients, if a token is required, else this user. */
    public RequestAuthor(String user, boolean tokenRequired) {
        this.user = user;
        this.tokenRequired = tokenRequired;
    }

    /** Returns the author of a request that is admitted. */
    String of(Context request) {
        if (!tokenRequired) {
            return user;
        }
        boolean program = request.header("Authorization") != null;
        return (program ? "a REST client at " : "the screen at ") + request.ip();
    }
}

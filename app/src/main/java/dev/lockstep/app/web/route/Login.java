package dev.lockstep.app.web.route;

import dev.lockstep.app.form.request.LoginForm;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.app.web.guard.Authenticator;
import dev.lockstep.app.web.guard.LoginThrottle;
import dev.lockstep.app.web.guard.Sessions;
import dev.lockstep.domain.access.SignIn;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Exchanges the token for a session cookie, and ends the session. */
public final class Login {
    private static final String HTTPS = "https";

    private final Authenticator admission;
    private final Sessions sessions;
    private final LoginThrottle tries;
    private final SignInRecord record;

    /** Admits by this. */
    public Login(
            Authenticator admission, Sessions sessions, LoginThrottle tries, SignInRecord record) {
        this.admission = admission;
        this.sessions = sessions;
        this.tries = tries;
        this.record = record;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.raw(HandlerType.POST, "/login", this::login);
        endpoints.raw(HandlerType.POST, "/logout", this::logout);
    }

    private void login(Context request) {
        String token = Bodies.read(request, LoginForm.class).given();
        if (admission.needsToken()) {
            requireRight(request, token);
            record.add(SignIn.Act.SIGNED_IN, request.ip());
            request.cookie(cookie(request, sessions.begin(), Sessions.LONGEST));
        }
        request.status(204);
    }

    private void requireRight(Context request, String token) {
        if (!tries.left(request.ip())) {
            request.header("Retry-After", String.valueOf(LoginThrottle.REMEMBERED.toSeconds()));
            throw new ProblemException(
                    Problem.coded(429, "tries", "too many wrong tokens; wait a minute"));
        }
        if (!admission.right(token)) {
            if (tries.wrong(request.ip()) == 1) {
                record.refused(request.ip());
            }
            throw new ProblemException(
                    Problem.coded(401, "token", "this is not the token of this server"));
        }
    }

    private void logout(Context request) {
        Bodies.none(request);
        @Nullable String session = request.cookie(Authenticator.COOKIE);
        if (session != null && sessions.end(session)) {
            record.add(SignIn.Act.SIGNED_OUT, request.ip());
        }
        request.cookie(cookie(request, "", Duration.ZERO));
        request.status(204);
    }

    /**
     * Returns the cookie; secure if the browser connected over TLS, to this server or, as only the
     * proxy can report, to one in front.
     */
    private static Cookie cookie(Context request, String value, Duration age) {
        @Nullable String origin = request.header("Origin");
        boolean secure =
                request.req().isSecure()
                        || HTTPS.equalsIgnoreCase(request.header("X-Forwarded-Proto"))
                        || (origin != null && origin.startsWith(HTTPS + ":"));
        return new Cookie(
                Authenticator.COOKIE,
                value,
                "/",
                Math.toIntExact(age.toSeconds()),
                secure,
                true,
                null,
                SameSite.STRICT);
    }
}

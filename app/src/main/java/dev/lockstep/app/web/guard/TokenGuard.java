package dev.lockstep.app.web.guard;

import dev.lockstep.app.web.answer.Problem;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in only who has shown the token. Anybody gets the login page and the files it is made of,
 * which are no secret, and a plain yes or no about health, so that a watcher needs no key to money.
 */
public final class TokenGuard implements Guard {
    private static final String LOGIN = "/api/v1/login";
    private static final Set<String> OPEN = Set.of("/", "/favicon.ico", "/health");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Admission admission;

    /** Asks this admission. */
    public TokenGuard(Admission admission) {
        this.admission = admission;
    }

    @Override
    public Optional<Problem> refusal(RequestHead head) {
        return open(head) || admission.admits(head.authorization(), head.session())
                ? Optional.empty()
                : Optional.of(
                        Problem.coded(
                                401,
                                "TOKEN",
                                "this server wants its token: a header Authorization: Bearer TOKEN,"
                                        + " or in a browser the login at /web/login.html"));
    }

    private static boolean open(RequestHead head) {
        String path = head.path();
        return READING.contains(head.method())
                ? OPEN.contains(path) || path.startsWith("/web/") || path.startsWith("/webjars/")
                : head.method().equals("POST") && path.equals(LOGIN);
    }
}

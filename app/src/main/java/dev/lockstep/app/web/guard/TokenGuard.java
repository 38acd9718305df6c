package dev.lockstep.app.web.guard;

import dev.lockstep.app.web.answer.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Refuses requests without the token, except for the login page with its files, and {@code /health}
 * as yes or no, so that a monitor needs no token.
 */
public final class TokenGuard implements Guard {
    private static final String LOGIN = "/api/v1/login";
    private static final Set<String> OPEN = Set.of("/", "/favicon.ico", "/health");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final Problem TOKEN_REQUIRED =
            Problem.coded(
                    401,
                    "token",
                    "a token is required: a header Authorization: Bearer TOKEN,"
                            + " or in a browser the login at /web/login.html");

    private final Authenticator admission;
    private final LoginThrottle tries;
    private final Consumer<String> firstWrong;

    /**
     * Creates the guard.
     *
     * @param tries counts the wrong tokens of each client
     * @param firstWrong gets the address of a client at its first wrong token of a minute
     */
    public TokenGuard(Authenticator admission, LoginThrottle tries, Consumer<String> firstWrong) {
        this.admission = admission;
        this.tries = tries;
        this.firstWrong = firstWrong;
    }

    @Override
    public Optional<Problem> refusal(RequestHead head) {
        if (open(head) || admission.admits(head.authorization(), head.session())) {
            return Optional.empty();
        }
        return Optional.of(head.authorization() == null ? TOKEN_REQUIRED : wrongToken(head));
    }

    /**
     * A wrong token counts against its client. The right one is admitted all the same: a program
     * that guesses must not lock out the kill switch of another one at the same address.
     */
    private Problem wrongToken(RequestHead head) {
        if (!tries.left(head.client())) {
            return Problem.coded(429, "tries", "too many wrong tokens; wait a minute");
        }
        if (tries.wrong(head.client()) == 1) {
            firstWrong.accept(head.client());
        }
        return TOKEN_REQUIRED;
    }

    private static boolean open(RequestHead head) {
        String path = head.path();
        return READING.contains(head.method())
                ? OPEN.contains(path) || path.startsWith("/web/") || path.startsWith("/webjars/")
                : head.method().equals("POST") && path.equals(LOGIN);
    }
}

package dev.lockstep.app.web.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks tokens, as a bearer token or by a session of the login; accepts everyone if no token is
 * set.
 */
public final class Authenticator {
    /** The cookie that names a browser's session. */
    public static final String COOKIE = "lockstep_session";

    private static final String BEARER = "Bearer ";

    private final Optional<byte[]> token;
    private final Sessions sessions;

    /** Requires this token, if one is given. */
    public Authenticator(Optional<String> token, Sessions sessions) {
        this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
        this.sessions = sessions;
    }

    /** Returns whether a token is required. */
    public boolean needsToken() {
        return token.isPresent();
    }

    /**
     * Returns whether a client is authenticated.
     *
     * @param authorization the header, null if absent
     * @param session the session cookie, null if absent
     */
    public boolean admits(@Nullable String authorization, @Nullable String session) {
        return !needsToken()
                || (authorization != null
                        && authorization.startsWith(BEARER)
                        && right(authorization.substring(BEARER.length()).strip()))
                || (session != null && sessions.knows(session));
    }

    /** Returns whether this is the token; takes as long for a wrong one as for the right one. */
    public boolean right(String shown) {
        return token.filter(requested ->
                        MessageDigest.isEqual(requested, shown.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }
}

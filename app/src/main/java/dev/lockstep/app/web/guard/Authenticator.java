package dev.lockstep.app.web.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who has shown the token, as a bearer or once at the login; all where there is none. */
public final class Authenticator {
    /** The cookie that names a browser's session. */
    public static final String COOKIE = "lockstep_session";

    private static final String BEARER = "Bearer ";

    private final Optional<byte[]> token;
    private final Sessions sessions;

    /** Wants this token, where there is one. */
    public Authenticator(Optional<String> token, Sessions sessions) {
        this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
        this.sessions = sessions;
    }

    /** Whether anybody has to show anything. */
    public boolean needsToken() {
        return token.isPresent();
    }

    /**
     * Whether this client may come in.
     *
     * @param authorization the header, null where there is none
     * @param session the session cookie, null where there is none
     */
    public boolean admits(@Nullable String authorization, @Nullable String session) {
        return !needsToken()
                || (authorization != null
                        && authorization.startsWith(BEARER)
                        && right(authorization.substring(BEARER.length()).strip()))
                || (session != null && sessions.knows(session));
    }

    /** Whether this is the token; takes as long for a wrong one as for the right one. */
    public boolean right(String shown) {
        return token.filter(wanted ->
                        MessageDigest.isEqual(wanted, shown.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }
}

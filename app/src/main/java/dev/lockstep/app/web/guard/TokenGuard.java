package dev.lockstep.app.web.guard;

import dev.lockstep.app.web.answer.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only who shows the token, as a bearer or as the session cookie that a browser got for it.
 * Health is told to anybody, so that a watcher needs no key to money.
 */
public final class TokenGuard implements Guard {
    private static final String BEARER = "Bearer ";
    private static final String HEALTH = "/api/v1/health";

    private final byte[] token;

    /** Wants this token. */
    public TokenGuard(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Problem> refusal(RequestHead head) {
        boolean open = head.method().equals("GET") && head.path().equals(HEALTH);
        return open || shows(bearer(head.authorization())) || shows(head.session())
                ? Optional.empty()
                : Optional.of(
                        Problem.coded(
                                401,
                                "TOKEN",
                                "this server wants its token: Authorization: Bearer"));
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }

    /** Takes as long for a wrong token as for the right one. */
    private boolean shows(@Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(token, shown.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.lockstep.app.web;

import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.guard.HostGuard;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/** Headers of every response, so that a browser runs no foreign script. */
final class Headers {
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self';"
                                    + " img-src 'self' data:; connect-src 'self'; font-src 'self';"
                                    + " manifest-src 'self';"
                                    + " base-uri 'none'; form-action 'self';"
                                    + " frame-ancestors 'none'",
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "no-referrer",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()",
                    "Cache-Control", "no-store");

    private Headers() {}

    /**
     * Puts them. A browser that had to use TLS for this machine's own names would also do so at the
     * ports of other programs, so those are left out.
     */
    static void put(HttpFields.Mutable headers, String requestId, Request request) {
        ALWAYS.forEach(headers::put);
        String host = Objects.requireNonNullElse(request.getHttpURI().getAuthority(), "");
        if (request.isSecure() && !HostGuard.loopback(host)) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        headers.put(Problem.REQUEST_ID, requestId);
    }
}

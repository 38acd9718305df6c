package dev.lockstep.app.web;

import dev.lockstep.app.web.answer.Problem;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

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

    static void put(HttpFields.Mutable headers, String requestId) {
        ALWAYS.forEach(headers::put);
        headers.put(Problem.REQUEST_ID, requestId);
    }
}

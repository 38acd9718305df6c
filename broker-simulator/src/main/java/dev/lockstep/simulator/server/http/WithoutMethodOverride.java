package dev.lockstep.simulator.server.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/**
 * A request without the header {@code X-HTTP-Method-Override}, which Alpaca ignores but Javalin
 * would obey.
 */
final class WithoutMethodOverride extends Request.Wrapper {
    private static final String HEADER = "X-HTTP-Method-Override";

    private final HttpFields headers;

    WithoutMethodOverride(Request request) {
        super(request);
        HttpFields all = request.getHeaders();
        this.headers =
                all.contains(HEADER) ? HttpFields.build(all).remove(HEADER).asImmutable() : all;
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }
}

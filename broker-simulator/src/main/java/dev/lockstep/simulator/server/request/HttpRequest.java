package dev.lockstep.simulator.server.request;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request received over HTTP.
 *
 * @param context the web server's request context
 */
public record HttpRequest(Context context) implements ExchangeRequest {
    @Override
    public String path() {
        return context.path();
    }

    @Override
    public String pathParam(String name) {
        return context.pathParam(name);
    }

    @Override
    public @Nullable String queryParam(String name) {
        return context.queryParam(name);
    }

    @Override
    public Set<String> queryNames() {
        return context.queryParamMap().keySet();
    }

    @Override
    public List<String> queryParams(String name) {
        return context.queryParams(name);
    }

    @Override
    public byte[] bodyAsBytes() {
        return context.bodyAsBytes();
    }

    @Override
    public String body() {
        return context.body();
    }
}

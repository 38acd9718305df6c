package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.Gzip;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/** Registers endpoints under the base path, and lists them. */
public final class Endpoints {
    /** The base path. */
    public static final String BASE = "/api/v1";

    /** The header with the confirmation of live trading. */
    public static final String LIVE_HEADER = "Lockstep-Live";

    private static final int BAD_REQUEST = 400;

    private final RoutesConfig routes;
    private final boolean live;
    private final String liveWords;
    private final List<String> names = new ArrayList<>();

    /**
     * Registers endpoints.
     *
     * @param live whether real money is traded
     * @param liveWords the confirmation that a risky request must carry
     */
    public Endpoints(RoutesConfig routes, boolean live, String liveWords) {
        this.routes = routes;
        this.live = live;
        this.liveWords = liveWords;
    }

    /** Returns the registered endpoints, such as {@code GET /api/v1/status}. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Registers an endpoint that reads. */
    public void get(String path, Endpoint endpoint) {
        raw(HandlerType.GET, path, handler(endpoint));
    }

    /** Registers an endpoint that changes something without adding risk. */
    void change(HandlerType method, String path, Endpoint endpoint) {
        raw(method, path, handler(withoutParameters(endpoint)));
    }

    /** Registers an endpoint that can add risk: with real money it requires the confirmation. */
    void risky(HandlerType method, String path, Endpoint endpoint) {
        raw(
                method,
                path,
                handler(request -> {
                    requireWords(request);
                    return withoutParameters(endpoint).answer(request);
                }));
    }

    /** A change is described by its path and body; a parameter would be ignored. */
    private static Endpoint withoutParameters(Endpoint endpoint) {
        return request -> {
            Params.allow(request);
            return endpoint.answer(request);
        };
    }

    /** Registers an endpoint that writes its response itself. */
    public void raw(HandlerType method, String path, Handler handler) {
        root(method, BASE + path, handler);
    }

    /** Registers an endpoint that writes its response itself, outside the base path. */
    void root(HandlerType method, String path, Handler handler) {
        names.add(method.name() + " " + path);
        routes.addHttpHandler(method, path, handler);
    }

    private static void write(Context request, Answer answer) {
        request.status(answer.status());
        if (answer.status() >= BAD_REQUEST
                && answer.body() instanceof ObjectNode problem
                && problem.has("detail")) {
            problem.put("requestId", request.res().getHeader(Problem.REQUEST_ID));
            request.contentType(Problem.CONTENT_TYPE);
        } else {
            request.contentType("application/json");
        }
        byte[] body = JsonBody.bytes(answer.body());
        if (body.length >= Gzip.MIN_BYTES && Gzip.accepted(request.header("Accept-Encoding"))) {
            request.header("Content-Encoding", "gzip");
            request.header("Vary", "Accept-Encoding");
            body = Gzip.of(body);
        }
        request.result(body);
    }

    private static Handler handler(Endpoint endpoint) {
        return request -> write(request, endpoint.answer(request));
    }

    private void requireWords(Context request) {
        if (live && !liveWords.equals(request.header(LIVE_HEADER))) {
            throw new ProblemException(
                    Problem.coded(
                            403,
                            "live",
                            "this trades with real money: it requires the header "
                                    + LIVE_HEADER
                                    + ": "
                                    + liveWords));
        }
    }
}

package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/** Where endpoints are put up, each under the interface's base; it keeps a list of them. */
public final class Endpoints {
    /** What every path begins with. */
    public static final String BASE = "/api/v1";

    /** What a client says that knows what it is doing. */
    public static final String LIVE_HEADER = "Lockstep-Live";

    private static final int BAD_REQUEST = 400;

    private final RoutesConfig routes;
    private final boolean live;
    private final String liveWords;
    private final List<String> names = new ArrayList<>();

    /**
     * Puts them up here.
     *
     * @param live whether real money is traded
     * @param liveWords the words that a request must carry that can lose it
     */
    public Endpoints(RoutesConfig routes, boolean live, String liveWords) {
        this.routes = routes;
        this.live = live;
        this.liveWords = liveWords;
    }

    /** What was put up, such as {@code GET /api/v1/status}. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** One that reads. */
    public void get(String path, Endpoint endpoint) {
        raw(HandlerType.GET, path, handler(endpoint));
    }

    /** One that changes something and adds no risk. */
    void change(HandlerType method, String path, Endpoint endpoint) {
        raw(method, path, handler(withoutParameters(endpoint)));
    }

    /** One that can add risk: with real money it wants the words. */
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

    /** One that writes its answer itself. */
    public void raw(HandlerType method, String path, Handler handler) {
        root(method, BASE + path, handler);
    }

    /** One that writes its answer itself, and is outside the interface's base. */
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
        request.result(JsonBody.bytes(answer.body()));
    }

    private static Handler handler(Endpoint endpoint) {
        return request -> write(request, endpoint.answer(request));
    }

    private void requireWords(Context request) {
        if (live && !liveWords.equals(request.header(LIVE_HEADER))) {
            throw new ProblemException(
                    Problem.coded(
                            403,
                            "LIVE",
                            "this trades with real money: it wants the header "
                                    + LIVE_HEADER
                                    + ": "
                                    + liveWords));
        }
    }
}

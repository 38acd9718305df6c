package dev.lockstep.app.web;

import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.guard.Authenticator;
import dev.lockstep.app.web.guard.Guard;
import dev.lockstep.app.web.guard.RequestHead;
import dev.lockstep.app.web.route.Bodies;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Entry point of every request: assigns the request id, sets the common headers, and lets the
 * guards check the head first.
 */
final class RequestHandler extends Handler.Wrapper {
    private static final int MAX_DRAINED_BYTES = 1024 * 1024;
    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

    private final RequestIds ids;
    private final List<Guard> guards;
    private final ConnectionBounds bounds;

    RequestHandler(Handler next, RequestIds ids, List<Guard> guards, ConnectionBounds bounds) {
        super(next);
        this.ids = ids;
        this.bounds = bounds;
        this.guards = List.copyOf(guards);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        boolean bodyFollows = hasBody(request);
        if (bodyFollows) {
            bounds.bodyBegins(connection);
        } else {
            bounds.requestBegins(connection);
        }
        Request.addCompletionListener(request, _ -> bounds.requestEnds(connection));
        Headers.put(response.getHeaders(), ids.next(), request);
        Optional<Problem> refusal = refusal(request);
        if (refusal.isEmpty()) {
            return super.handle(bodyFollows ? new Watched(request) : request, response, callback);
        }
        // Closing on a client that still sends would take the refusal from it: let it finish.
        Runnable answer = () -> write(response, callback, refusal.get());
        if (request.getLength() > 0 && request.getLength() <= MAX_DRAINED_BYTES) {
            Content.Source.consumeAll(request, Callback.from(answer, _ -> answer.run()));
        } else {
            answer.run();
        }
        return true;
    }

    private Optional<Problem> refusal(Request request) {
        if (request.getHeaders().contains(METHOD_OVERRIDE)) {
            // Javalin obeys it, and the guards would have judged another method than it calls.
            return Optional.of(
                    Problem.of(400, METHOD_OVERRIDE + " is not supported; send the method itself"));
        }
        RequestHead head = head(request);
        for (Guard guard : guards) {
            Optional<Problem> refusal = guard.refusal(head);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return request.getLength() > Bodies.MAX_BYTES
                ? Optional.of(
                        Problem.of(413, "the body is larger than " + Bodies.MAX_BYTES + " bytes"))
                : Optional.empty();
    }

    static void write(Response response, Callback callback, Problem problem) {
        String requestId =
                Objects.requireNonNullElse(response.getHeaders().get(Problem.REQUEST_ID), "");
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        if (problem.status() == 429) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        }
        if (problem.status() == 401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        response.write(true, ByteBuffer.wrap(JsonBody.bytes(problem.json(requestId))), callback);
    }

    private static boolean hasBody(Request request) {
        return request.getLength() > 0
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private static RequestHead head(Request request) {
        return new RequestHead(
                request.getMethod(),
                Objects.requireNonNullElse(request.getHttpURI().getCanonicalPath(), ""),
                Objects.requireNonNullElse(request.getHttpURI().getAuthority(), ""),
                request.getHeaders().get(HttpHeader.ORIGIN),
                request.getHeaders().get(HttpHeader.CONTENT_TYPE),
                hasBody(request),
                request.getHeaders().get(HttpHeader.AUTHORIZATION),
                Request.getCookies(request).stream()
                        .filter(cookie -> Authenticator.COOKIE.equals(cookie.getName()))
                        .map(HttpCookie::getValue)
                        .findFirst()
                        .orElse(null),
                Request.getRemoteAddr(request));
    }

    /** A request that reports when its body is complete. */
    private final class Watched extends Request.Wrapper {
        Watched(Request request) {
            super(request);
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.@Nullable Chunk chunk = super.read();
            if (chunk != null && chunk.isLast()) {
                bounds.requestBegins(getConnectionMetaData().getConnection());
            }
            return chunk;
        }
    }
}

package dev.lockstep.app.web;

import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.guard.Admission;
import dev.lockstep.app.web.guard.Guard;
import dev.lockstep.app.web.guard.RequestHead;
import dev.lockstep.app.web.route.Bodies;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Where every request comes in: it gets its name, its answer gets the headers that all have, and
 * the guards look at its head before anything else does.
 */
final class Reception extends Handler.Wrapper {
    private static final int MAX_DRAINED_BYTES = 1024 * 1024;

    private final RequestIds ids;
    private final List<Guard> guards;

    Reception(Handler next, RequestIds ids, List<Guard> guards) {
        super(next);
        this.ids = ids;
        this.guards = List.copyOf(guards);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Headers.put(response.getHeaders(), ids.next());
        Optional<Problem> refusal = refusal(request);
        if (refusal.isEmpty()) {
            return super.handle(request, response, callback);
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

    private static RequestHead head(Request request) {
        return new RequestHead(
                request.getMethod(),
                Objects.requireNonNullElse(request.getHttpURI().getCanonicalPath(), ""),
                Objects.requireNonNullElse(request.getHttpURI().getAuthority(), ""),
                request.getHeaders().get(HttpHeader.ORIGIN),
                request.getHeaders().get(HttpHeader.CONTENT_TYPE),
                request.getLength() > 0
                        || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING),
                request.getHeaders().get(HttpHeader.AUTHORIZATION),
                Request.getCookies(request).stream()
                        .filter(cookie -> Admission.COOKIE.equals(cookie.getName()))
                        .map(HttpCookie::getValue)
                        .findFirst()
                        .orElse(null),
                Request.getRemoteAddr(request));
    }
}

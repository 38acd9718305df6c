package dev.lockstep.app.web;

import dev.lockstep.app.web.answer.Problem;
import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests that Jetty refuses before any handler, such as an invalid request line; Jetty's
 * own page would reveal the server's version.
 */
final class WebErrors extends ErrorHandler {
    private final RequestIds ids;

    WebErrors(RequestIds ids) {
        this.ids = ids;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!response.getHeaders().contains(Problem.REQUEST_ID)) {
            Headers.put(response.getHeaders(), ids.next(), request);
        }
        int status = response.getStatus();
        if (status == 400) {
            // Where the next request begins, if there is one, nobody can tell.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        RequestHandler.write(response, callback, Problem.of(status, detail(status)));
        return true;
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "there is nothing here";
            case 408 -> "the request took too long";
            case 413 -> "the body is too large";
            case 414, 431 -> "the head of the request is too large";
            case 500 -> "internal error; the log has details";
            default -> "this is no request that can be read";
        };
    }
}

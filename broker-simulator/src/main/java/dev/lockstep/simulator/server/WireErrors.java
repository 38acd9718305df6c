package dev.lockstep.simulator.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.RefusalJson;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers in the venue's kind what the web server refuses before any endpoint is asked, such as a
 * request line that is none; the server's own page would show what runs here.
 */
final class WireErrors extends ErrorHandler {
    private final Json json;
    private final RequestIds ids;

    WireErrors(Json json, RequestIds ids) {
        this.json = json;
        this.ids = ids;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        describe(response.getHeaders());
        if (response.getStatus() == 400) {
            // Where the next request begins, if there is one, nobody can tell.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        response.write(true, ByteBuffer.wrap(body(response.getStatus())), callback);
        return true;
    }

    /** The whole answer, head and all, to a client that took too long to say what it wants. */
    ByteBuffer tooSlow() {
        byte[] body = body(408);
        HttpFields.Mutable headers = HttpFields.build();
        describe(headers);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        headers.put(HttpHeader.CONNECTION, "close");
        byte[] head = ("HTTP/1.1 408 Request Timeout\r\n" + headers).getBytes(ISO_8859_1);
        return ByteBuffer.allocate(head.length + body.length).put(head).put(body).flip();
    }

    private byte[] body(int status) {
        String message =
                switch (status) {
                    case 404, 405 -> "endpoint not found.";
                    case 408 -> "request timed out";
                    case 413 -> "request body is too large";
                    case 414, 431 -> "request headers are too large";
                    case 500 -> "internal server error occurred";
                    default -> "request format is invalid";
                };
        return json.bytes(RefusalJson.error(code(status), message));
    }

    /** The venue's codes begin with the status. */
    static int code(int status) {
        return status * 100_000 + 10_000;
    }

    private void describe(HttpFields.Mutable headers) {
        ids.mark(headers);
        headers.put(HttpHeader.CONTENT_TYPE, "application/json");
    }
}

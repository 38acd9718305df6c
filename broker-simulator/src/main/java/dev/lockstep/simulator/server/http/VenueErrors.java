package dev.lockstep.simulator.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.simulator.wire.Json;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Error responses in Alpaca's format for requests that the web server rejects before any endpoint,
 * such as a malformed request line. Jetty's own error page would reveal the server software.
 */
public final class VenueErrors extends ErrorHandler {
    private final Json json;
    private final VenueRequestIds ids;

    public VenueErrors(Json json, VenueRequestIds ids) {
        this.json = json;
        this.ids = ids;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        describe(response.getHeaders());
        if (response.getStatus() == 400) {
            // The start of the next request cannot be found after a malformed one, so the
            // connection closes.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        response.write(true, ByteBuffer.wrap(body(response.getStatus())), callback);
        return true;
    }

    /** Returns the raw response, head included, to a request that took too long. */
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
        return json.bytes(Refusal.ofStatus(status).json());
    }

    private void describe(HttpFields.Mutable headers) {
        ids.mark(headers);
        headers.put(HttpHeader.CONTENT_TYPE, "application/json");
    }
}

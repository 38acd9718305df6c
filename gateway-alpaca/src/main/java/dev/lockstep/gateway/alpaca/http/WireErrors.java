package dev.lockstep.gateway.alpaca.http;

import dev.lockstep.gateway.alpaca.wire.Refusal;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Errors in Alpaca's format for requests that the web server refuses before any endpoint. */
final class WireErrors extends ErrorHandler {
    private static final int CODES_PER_STATUS = 100_000;
    private static final int FIRST_CODE = 10_000;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        byte[] body = WireJson.bytes(refusal(response.getStatus()).json());
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    static Refusal refusal(int status) {
        String message =
                switch (status) {
                    case 404, 405 -> "endpoint not found.";
                    case 413 -> "request body is too large";
                    case 414, 431 -> "request headers are too large";
                    case 500 -> "internal server error occurred";
                    default -> "request format is invalid";
                };
        return new Refusal(status, status * CODES_PER_STATUS + FIRST_CODE, message, Map.of());
    }
}

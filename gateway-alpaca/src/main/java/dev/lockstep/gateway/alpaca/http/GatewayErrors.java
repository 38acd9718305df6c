package dev.lockstep.gateway.alpaca.http;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Errors in Alpaca's format for requests that the web server refuses before any endpoint. */
final class GatewayErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        byte[] body = WireJson.bytes(Refusal.ofStatus(response.getStatus()).json());
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}

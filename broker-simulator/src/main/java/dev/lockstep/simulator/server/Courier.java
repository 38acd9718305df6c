package dev.lockstep.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.wire.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.util.Arrays;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;

/** Brings an answer to the client, whole or broken. */
final class Courier {
    private final Json json;

    Courier(Json json) {
        this.json = json;
    }

    void deliver(Context request, Delivery delivery) {
        switch (delivery) {
            case Delivery.Whole(Answer answer) -> write(request, answer);
            case Delivery.Half(Answer answer) -> writeHalf(request, answer);
            case Delivery.Html(int status) ->
                    request.status(status)
                            .html(
                                    "<html><body><h1>%d Bad Gateway</h1></body></html>"
                                            .formatted(status));
            case Delivery.Dropped() -> endPoint(request).close();
            case Delivery.Reset() -> reset(endPoint(request));
        }
    }

    private void write(Context request, Answer answer) {
        request.status(answer.status());
        JsonNode body = answer.body();
        if (body != null) {
            request.contentType("application/json").result(json.bytes(body));
        }
    }

    private void writeHalf(Context request, Answer answer) {
        JsonNode body = answer.body();
        byte[] whole = body == null ? new byte[0] : json.bytes(body);
        request.status(answer.status()).contentType("application/json");
        request.res().setContentLength(whole.length);
        try {
            OutputStream out = request.res().getOutputStream();
            out.write(Arrays.copyOf(whole, whole.length / 2));
            out.flush();
        } catch (IOException clientGone) {
            // The client left before the connection could be broken: it is broken all the same.
            return;
        } finally {
            endPoint(request).close();
        }
    }

    /** Closing with no lingering makes the kernel send a reset. */
    private static void reset(EndPoint endPoint) {
        if (endPoint instanceof SocketChannelEndPoint socket) {
            try {
                socket.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException clientGone) {
                socket.close();
                return;
            }
        }
        endPoint.close();
    }

    private static EndPoint endPoint(Context request) {
        return ServletContextRequest.getServletContextRequest(request.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }
}

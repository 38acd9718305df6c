package dev.lockstep.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.wire.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Writes a response to the client, complete or broken. */
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
            case Delivery.Dropped() -> ConnectionReset.endPoint(request).close();
            case Delivery.Reset() -> ConnectionReset.of(ConnectionReset.endPoint(request));
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
            // The client disconnected before the connection could be broken; the result is the
            // same.
            return;
        } finally {
            ConnectionReset.endPoint(request).close();
        }
    }
}

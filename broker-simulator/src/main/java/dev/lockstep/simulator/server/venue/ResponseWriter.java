package dev.lockstep.simulator.server.venue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.server.http.ConnectionReset;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.wire.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Writes a response to the client, complete or broken. */
public final class ResponseWriter {
    private final Json json;

    public ResponseWriter(Json json) {
        this.json = json;
    }

    public void deliver(Context request, ResponseMode delivery) {
        switch (delivery) {
            case ResponseMode.Whole(VenueAnswer answer) -> write(request, answer);
            case ResponseMode.Half(VenueAnswer answer) -> writeHalf(request, answer);
            case ResponseMode.Html(int status) ->
                    request.status(status)
                            .html(
                                    "<html><body><h1>%d Bad Gateway</h1></body></html>"
                                            .formatted(status));
            case ResponseMode.Dropped() -> ConnectionReset.endPoint(request).close();
            case ResponseMode.Reset() -> ConnectionReset.of(ConnectionReset.endPoint(request));
        }
    }

    private void write(Context request, VenueAnswer answer) {
        request.status(answer.status());
        JsonNode body = answer.body();
        if (body != null) {
            request.contentType("application/json").result(json.bytes(body));
        }
    }

    private void writeHalf(Context request, VenueAnswer answer) {
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

package dev.lockstep.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Plain HTTP client with the default key. */
final class Client implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI uri;
    private final ApiKey key;

    public record Reply(int status, JsonNode json, HttpResponse<String> raw) {
        public String text(String field) {
            return json.get(field).asText();
        }
    }

    Client(Simulator simulator) {
        this(simulator.uri(), SimulatorConfig.DEFAULT_KEY);
    }

    Client(URI uri, ApiKey key) {
        this.uri = uri;
        this.key = key;
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply delete(String path) {
        return send("DELETE", path, "");
    }

    Reply post(String path, String body) {
        return send("POST", path, body.replace('\'', '"'));
    }

    Reply patch(String path, String body) {
        return send("PATCH", path, body.replace('\'', '"'));
    }

    Reply submit(String fields) {
        return post("/v2/orders", "{" + fields + "}");
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(uri + path))
                .timeout(TIMEOUT)
                .header("APCA-API-KEY-ID", key.id())
                .header("APCA-API-SECRET-KEY", key.secret());
    }

    Reply send(String method, String path, String body) {
        return send(request(path).method(method, BodyPublishers.ofString(body)).build());
    }

    Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            String text = response.body();
            JsonNode json = text.isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(text);
            return new Reply(response.statusCode(), json, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

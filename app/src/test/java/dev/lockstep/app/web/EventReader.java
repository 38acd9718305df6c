package dev.lockstep.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.view.ShownConstants;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** A client of live events that reads them as a browser does. */
final class EventReader implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    EventReader(HttpClient http, HttpRequest request) {
        try {
            response = http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new AssertionError(ending);
        }
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /**
     * What came; a comment has the name {@code :}.
     *
     * @param id empty where it has none
     */
    record Event(String name, String id, String data) {
        JsonNode json() {
            try {
                return ShownConstants.checked(JsonMapper.builder().build().readTree(data));
            } catch (IOException notJson) {
                throw new AssertionError("not JSON: " + data, notJson);
            }
        }
    }

    int status() {
        return response.statusCode();
    }

    /** The next event of this kind; others are passed over. */
    Event next(String name) {
        return next(event -> event.name().equals(name));
    }

    Event next(Predicate<Event> requested) {
        while (true) {
            Event event = read();
            if (requested.test(event)) {
                return event;
            }
        }
    }

    private Event read() {
        String name = "";
        String id = "";
        StringBuilder data = new StringBuilder();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    return new Event(name, id, data.toString());
                } else if (line.startsWith(":")) {
                    name = ":";
                } else if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring("data: ".length()));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        throw new AssertionError("the stream ended");
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException alreadyGone) {
            // There is nothing left to close.
        }
    }
}

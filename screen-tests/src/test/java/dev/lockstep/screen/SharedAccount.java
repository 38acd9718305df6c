package dev.lockstep.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.contracts.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The account in which all test classes of a JVM trade, one after the other. */
final class SharedAccount {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI api;
    private final HttpClient client = HttpClient.newHttpClient();

    SharedAccount(String address) {
        api = URI.create(address + "/api/v1/");
    }

    /**
     * Ends what a class left and the next one would meet: a halt, limits and open orders. Positions
     * stay; classes have symbols of their own.
     */
    void clear() {
        JsonNode risk = ask("GET", "risk", "");
        if (!risk.path("state").asText().equals("active")) {
            ask("POST", "trading/resume", "{\"reason\":\"test\"}");
        }
        for (var limit : risk.path("limits").properties()) {
            ask("DELETE", "risk/limits/" + limit.getKey(), "{\"reason\":\"test\"}");
        }
        if (open() > 0) {
            ask("POST", "orders/cancel-all", "{}");
            Eventually.within(BOUND, "no order is open", () -> open() == 0);
        }
    }

    private int open() {
        return ask("GET", "status", "").path("counts").path("open").asInt();
    }

    private JsonNode ask(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(api.resolve(path))
                        .header("content-type", "application/json")
                        .timeout(BOUND)
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}

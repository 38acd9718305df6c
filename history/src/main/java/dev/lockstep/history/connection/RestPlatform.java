package dev.lockstep.history.connection;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.history.ClientApi;
import dev.lockstep.history.ClientReply;
import dev.lockstep.history.ClientRequest;
import dev.lockstep.history.SeenOrder;
import dev.lockstep.history.SubmittedTerms;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A process of the platform, known by its REST API only. Thread-safe.
 *
 * <p>An error that does not say for certain that nothing happened is a missing reply.
 */
public final class RestPlatform implements ClientApi, AutoCloseable {
    private static final Duration CONNECT_TIME = Duration.ofSeconds(10);
    private static final Duration MAX_REPLY_TIME = Duration.ofMinutes(1);
    private static final int NOTHING_STORED = 503;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIME)
                    .build();
    private final URI api;

    /**
     * Creates the platform at an address.
     *
     * @param address such as {@code http://127.0.0.1:8080}
     */
    public RestPlatform(URI address) {
        this.api = address.resolve("/api/v1/");
    }

    /** Waits a minute at most. */
    @Override
    public ClientReply reply(ClientRequest request) throws InterruptedException {
        return switch (request) {
            case ClientRequest.Submit submit ->
                    reply(
                            request("orders")
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", submit.key())
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    body(submit.terms()))),
                            status -> status < 500 || status == NOTHING_STORED);
            case ClientRequest.Cancel cancel ->
                    reply(request("orders/" + cancel.id()).DELETE(), status -> status < 500);
            case ClientRequest.Read read ->
                    reply(request("orders?key=" + encoded(read.key())).GET(), _ -> true);
        };
    }

    @Override
    public ClientReply order(String id) throws InterruptedException {
        return reply(request("orders/" + encoded(id)).GET(), _ -> true);
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path)).timeout(MAX_REPLY_TIME);
    }

    private ClientReply reply(HttpRequest.Builder request, Certainty certainty)
            throws InterruptedException {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            int status = response.statusCode();
            if (status / 100 == 2) {
                return new ClientReply.Accepted(orders(JSON.readTree(response.body())));
            }
            return certainty.nothingHappened(status)
                    ? new ClientReply.Refused(status, response.body())
                    : new ClientReply.Missing(status + " " + response.body());
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return new ClientReply.Missing("unreadable: " + unreadable.getMessage());
        } catch (IOException failed) {
            return new ClientReply.Missing(failed.toString());
        }
    }

    /** Reads the orders of an answer, which has one, a list of them, or is one. */
    private static List<SeenOrder> orders(JsonNode answer) {
        JsonNode list = answer.path("orders");
        if (list.isArray()) {
            List<SeenOrder> orders = new ArrayList<>();
            list.forEach(each -> orders.add(SeenOrderJson.seen(each)));
            return orders;
        }
        return List.of(SeenOrderJson.seen(answer.has("order") ? answer.path("order") : answer));
    }

    private static String body(SubmittedTerms terms) {
        ObjectNode node = JSON.createObjectNode();
        node.put("symbol", terms.symbol());
        node.put("side", terms.side());
        node.put("qty", terms.qty().toPlainString());
        node.put("timeInForce", "day");
        node.put("type", terms.limitPrice() == null ? "market" : "limit");
        if (terms.limitPrice() != null) {
            node.put("limitPrice", terms.limitPrice().toPlainString());
        }
        return node.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What an error says of the request. */
    private interface Certainty {
        boolean nothingHappened(int status);
    }
}

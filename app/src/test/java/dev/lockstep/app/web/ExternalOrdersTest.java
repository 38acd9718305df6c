package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account with many external orders. */
@Tag("slow")
class ExternalOrdersTest {
    private static final int ORDERS = 1_000;
    private static final String LIST = "/api/v1/external-orders";

    @TempDir private static Path home;

    private static ServedPlatform served;

    @BeforeAll
    static void sendElsewhere() throws Exception {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int number = 0; number < ORDERS; number++) {
                sendElsewhere(http, number);
            }
        }
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void a_thousand_external_orders_are_listed_page_by_page_each_once() {
        Set<String> ids = new HashSet<>();
        String after = "";
        for (int page = 0; page < 4; page++) {
            JsonNode answer = served.get(LIST + "?limit=300" + after).json();
            assertThat(answer.path("count").asInt()).isEqualTo(ORDERS);
            answer.path("external").forEach(order -> ids.add(order.path("brokerOrderId").asText()));
            after = "&after=" + answer.path("next").asText();
        }

        assertThat(ids).hasSize(ORDERS);
        assertThat(after).isEqualTo("&after=null");
        ServedPlatform.Reply unknown = served.get(LIST + "?after=nobody");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("field").asText()).isEqualTo("after");
        assertThat(unknown.json().path("value").asText()).isEqualTo("nobody");
        assertThat(served.get(LIST + "?limit=1001").status()).isEqualTo(400);
    }

    @Test
    void a_thousand_external_orders_deny_no_order_of_ours_and_are_left_alone() {
        assertThat(served.post("/api/v1/sync", "").status()).isEqualTo(200);
        for (int number = 0; number < 5; number++) {
            ServedPlatform.Reply ours =
                    served.order("{\"symbol\":\"MSFT\",\"side\":\"buy\",\"qty\":\"1\"}");
            assertThat(ours.status()).as(ours.text()).isEqualTo(201);
        }
        served.post("/api/v1/sync", "");

        assertThat(served.get("/api/v1/incidents").json().toString().length()).isLessThan(10_000);
        assertThat(served.get(LIST + "?limit=1").json().path("count").asInt()).isEqualTo(ORDERS);
    }

    @Test
    void an_adoption_that_the_broker_refuses_is_a_refusal() {
        ServedPlatform.Reply refused = served.post(LIST + "/nonsense/adopt", "");

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().path("code").asText()).isEqualTo("refused");
        assertThat(refused.json().path("brokerOrderId").asText()).isEqualTo("nonsense");
        assertThat(refused.json().path("detail").asText()).contains("order_id");
    }

    private static void sendElsewhere(HttpClient http, int number)
            throws IOException, InterruptedException {
        URI orders = URI.create(served.simulator().uri() + "/v2/orders");
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(orders)
                                .header("APCA-API-KEY-ID", "KEY")
                                .header("APCA-API-SECRET-KEY", ServedPlatform.SECRET)
                                .POST(
                                        BodyPublishers.ofString(
                                                """
                                                {"symbol":"AAPL","side":"buy","qty":"1","type":"limit",
                                                "limit_price":"5","time_in_force":"gtc",
                                                "client_order_id":"elsewhere-%d"}
                                                """
                                                        .formatted(number)))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}

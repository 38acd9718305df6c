package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of an answer can be sent as a request again. */
@Tag("slow")
class ResubmitTest {
    @TempDir private static Path home;

    private static ServedPlatform served;

    @BeforeAll
    static void open() {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'side':'buy','qty':'1'",
                "'side':'buy','notional':'250.5'",
                "'side':'buy','qty':'1','limitPrice':'7','timeInForce':'gtc'",
                "'side':'buy','qty':'1','limitPrice':'7','tradingHours':'extended'",
                "'side':'buy','qty':'1','stopPrice':'900'",
                "'side':'buy','qty':'1','stopPrice':'900','limitPrice':'901'",
                "'side':'buy','qty':'1','trailPrice':'1.5','strategy':'trend'",
                "'side':'buy','qty':'1','trailPercent':'2.5'",
                "'side':'buy','qty':'1','limitPrice':'7','takeProfit':'9','stopLoss':'5'",
                "'side':'buy','qty':'1','limitPrice':'7','stopLoss':'5','stopLossLimit':'4'"
            })
    void the_request_fields_of_an_answer_make_the_same_order_again(String fields) {
        JsonNode first = submitted("{'symbol':'AAPL',%s}".formatted(fields).replace('\'', '"'));

        JsonNode second = submitted(request(first).toString());

        assertThat(request(second)).isEqualTo(request(first));
        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
    }

    private static JsonNode submitted(String body) {
        ServedPlatform.Reply reply = served.order(body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return served.get("/api/v1/orders/" + reply.json().at("/order/id").asText())
                .json()
                .path("order");
    }

    /** Returns the fields that a request has, but for the key, which makes it the same order. */
    private static ObjectNode request(JsonNode answer) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        List<String> names = new ArrayList<>();
        served.get("/api/v1/openapi.json")
                .json()
                .at("/components/schemas/NewOrder/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        names.remove("key");
        assertThat(names).allMatch(answer::has);
        names.forEach(name -> request.set(name, answer.path(name)));
        return request;
    }
}

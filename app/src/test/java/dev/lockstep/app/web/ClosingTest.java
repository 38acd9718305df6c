package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Positions that several strategies hold together, closed over HTTP. */
class ClosingTest {
    @TempDir private static Path home;

    private static ServedPlatform served;

    @BeforeAll
    static void open() {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
        bought("3", "trend");
        bought("5", "other");
        assertThat(served.post("/api/v1/sync", "").status()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void a_strategy_closes_what_it_holds_and_no_more() {
        ServedPlatform.Reply reply =
                served.post("/api/v1/positions/AAPL/close", "{\"strategy\":\"trend\"}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JsonNode order = reply.json().path("order");
        assertThat(order.path("side").asText()).isEqualTo("sell");
        assertThat(order.path("qty").asText()).isEqualTo("3");
        assertThat(order.path("strategy").asText()).isEqualTo("trend");
    }

    @Test
    void a_name_that_is_none_is_told_by_its_field() {
        ServedPlatform.Reply reply =
                served.post("/api/v1/positions/AAPL/close", "{\"strategy\":\"a b\"}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.text()).contains("strategy").contains("a b");
    }

    private static void bought(String qty, String strategy) {
        ServedPlatform.Reply reply =
                served.order(
                        "{\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":\""
                                + qty
                                + "\",\"strategy\":\""
                                + strategy
                                + "\"}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }
}

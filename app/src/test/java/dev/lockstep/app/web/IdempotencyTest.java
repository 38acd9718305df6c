package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One key is one wish, however often and from however many threads it is sent. */
class IdempotencyTest {
    private static final int CALLERS = 20;

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

    @Test
    void twenty_callers_with_one_key_make_one_order_and_are_all_told_what_became_of_it()
            throws Exception {
        int before = served.simulator().orders().size();

        List<ServedPlatform.Reply> replies = atOnce(() -> submit("one", limit("7")));

        assertThat(replies).extracting(ServedPlatform.Reply::status).containsOnly(200, 201);
        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(replies.stream().map(reply -> reply.json().at("/order/id").asText()).distinct())
                .hasSize(1);
        assertThat(replies.stream().map(reply -> reply.json().at("/order/status")).distinct())
                .hasSize(1);
        assertThat(served.simulator().orders()).hasSize(before + 1);
    }

    @Test
    void an_order_is_found_by_its_key_and_an_unused_key_finds_none() {
        String id = submit("asked-for", limit("7")).json().at("/order/id").asText();

        assertThat(served.get("/api/v1/orders?key=asked-for").json().at("/orders/0/id").asText())
                .isEqualTo(id);
        assertThat(served.get("/api/v1/orders?key=unused").json().at("/orders")).isEmpty();
        assertThat(served.get("/api/v1/orders?key=asked-for&side=buy").status()).isEqualTo(400);
    }

    @Test
    void a_key_with_another_order_is_refused_and_sends_nothing() {
        submit("two", limit("7"));
        int before = served.simulator().orders().size();

        ServedPlatform.Reply refused = submit("two", limit("8"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("key_reused");
        assertThat(refused.json().path("detail").asText()).contains("limit 7");
        assertThat(served.simulator().orders()).hasSize(before);
    }

    @Test
    void a_key_in_the_body_is_that_of_the_header_or_the_order_is_refused() {
        assertThat(submit("three", limit("7").replace("{", "{\"key\":\"three\",")).status())
                .isEqualTo(201);

        ServedPlatform.Reply refused =
                submit("four", limit("7").replace("{", "{\"key\":\"five\","));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asText()).isEqualTo("key_mismatch");
        assertThat(refused.json().path("field").asText()).isEqualTo("key");
        assertThat(served.get("/api/v1/orders?limit=1000").text()).doesNotContain("\"four\"");
    }

    @Test
    void a_blank_field_is_refused_and_does_not_count_as_absent() {
        ServedPlatform.Reply refused =
                submit("blank", limit("7").replace("{", "{\"strategy\":\"\","));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo("strategy");
        assertThat(refused.json().path("value").asText()).isEqualTo("empty");
    }

    @Test
    void without_a_key_nothing_is_sent() {
        ServedPlatform.Reply refused = served.post("/api/v1/orders", limit("7"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo("Idempotency-Key");
    }

    @Test
    void twenty_replacements_with_one_key_are_one() throws Exception {
        String id = submit("six", limit("7")).json().at("/order/id").asText();
        served.post("/api/v1/sync", "");

        List<ServedPlatform.Reply> replies =
                atOnce(() ->
                        served.send(
                                "PATCH",
                                "/api/v1/orders/" + id,
                                "{\"limitPrice\":\"6\"}",
                                "Idempotency-Key",
                                "six, changed"));

        assertThat(replies).extracting(ServedPlatform.Reply::status).containsOnly(200);
        assertThat(replies.stream().map(reply -> reply.json().at("/order/id").asText()).distinct())
                .hasSize(1);
    }

    private static List<ServedPlatform.Reply> atOnce(Callable<ServedPlatform.Reply> asking)
            throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<ServedPlatform.Reply>> replies = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                replies.add(
                        callers.submit(() -> {
                            start.await();
                            return asking.call();
                        }));
            }
            start.countDown();
            List<ServedPlatform.Reply> all = new ArrayList<>();
            for (Future<ServedPlatform.Reply> reply : replies) {
                all.add(reply.get());
            }
            return all;
        }
    }

    private static ServedPlatform.Reply submit(String key, String body) {
        return served.post("/api/v1/orders", body, "Idempotency-Key", key);
    }

    private static String limit(String price) {
        return """
        {"symbol":"MSFT","side":"buy","qty":"1","type":"limit","limitPrice":"%s"}\
        """
                .formatted(price);
    }
}

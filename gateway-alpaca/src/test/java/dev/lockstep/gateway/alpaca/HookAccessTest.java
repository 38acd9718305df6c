package dev.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.KeyKind;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.GatewayRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HookAccessTest {
    private final GatewayFixture fixture = new GatewayFixture();
    private final String path = fixture.hook("tv", HookTemplate.DEFAULT);

    private GatewayAnswer post(String target, int order) {
        return fixture.answer(
                "POST",
                target,
                Map.of(),
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":1,\"id\":\"" + order + "\"}");
    }

    @Test
    void wrong_and_revoked_hooks_are_not_found_without_a_hint() {
        String secret = path.substring(path.lastIndexOf('/') + 1);

        assertThat(post("/hooks/tv/wrong", 1).body()).isEqualTo(post("/hooks/no/x", 1).body());
        for (String wrong :
                new String[] {
                    "/hooks/tv/wrong",
                    "/hooks/other/" + secret,
                    "/hooks/tv",
                    "/hooks/",
                    path + "/more",
                    "/hooks/t%20v/" + secret
                }) {
            assertThat(post(wrong, 1).status()).as(wrong).isEqualTo(404);
        }
        fixture.keys().revoke(KeyKind.HOOK, new KeyName("tv"), "ann");
        assertThat(post(path, 1).status()).isEqualTo(404);
        assertThat(fixture.broker().sends()).isEmpty();
    }

    @Test
    void wrong_secrets_are_throttled_and_never_use_up_the_right_one() {
        for (int i = 0; i < 20; i++) {
            assertThat(post("/hooks/tv/wrong", i).status()).isEqualTo(404);
        }

        assertThat(post("/hooks/tv/wrong", 20).status()).isEqualTo(429);
        assertThat(post(path, 21).status()).isEqualTo(200);
        fixture.clock().pass(Duration.ofMinutes(1));
        assertThat(post("/hooks/tv/wrong", 22).status()).isEqualTo(404);
    }

    @Test
    void a_hook_accepts_sixty_alerts_a_minute() {
        String other = fixture.hook("other", HookTemplate.DEFAULT);
        for (int i = 0; i < 60; i++) {
            assertThat(post(path, i).status()).isEqualTo(200);
        }

        assertThat(post(path, 60).status()).isEqualTo(429);
        assertThat(post(other, 60).status()).isEqualTo(200);
        assertThat(fixture.broker().sends()).hasSize(61);
        fixture.clock().pass(Duration.ofMinutes(1));
        assertThat(post(path, 60).status()).isEqualTo(200);
    }

    @Test
    void another_method_and_a_long_body_are_refused() {
        assertThat(fixture.answer("GET", path, Map.of(), "").status()).isEqualTo(405);
        assertThat(fixture.answer("POST", path, Map.of(), "x".repeat(16 * 1024 + 1)).status())
                .isEqualTo(413);
    }

    @Test
    void the_secret_of_a_hook_is_no_key_of_a_bot_and_is_shown_in_no_log() {
        String secret = path.substring(path.lastIndexOf('/') + 1);
        GatewayRequest request =
                new GatewayRequest("POST", path, Map.of(), Map.of("X-A", secret), secret);

        assertThat(request).hasToString("POST /hooks/tv/[redacted]");
        String bearer = fixture.keys().list(KeyKind.HOOK).getFirst().id() + ":" + secret;
        assertThat(
                        fixture.answer(
                                        "GET",
                                        "/v2/orders",
                                        Map.of("Authorization", "Bearer " + bearer),
                                        "")
                                .status())
                .isEqualTo(401);
    }

    @Test
    void a_slow_broker_does_not_delay_the_answer_once_the_order_is_stored() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        fixture.broker().beforeGuard(() -> await(answer));
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            fixture.background(background);

            GatewayAnswer first = post(path, 1);

            assertThat(answer.getCount()).isEqualTo(1);
            assertThat(first.status()).as(first.body()).isEqualTo(200);
            assertThat(GatewayFixture.json(first).path("status").asText()).isEqualTo("pending_new");
            answer.countDown();
            Eventually.within(
                    Duration.ofMinutes(1),
                    "the answer is stored",
                    () ->
                            fixture.repository().search(OrderQuery.all()).getFirst().status()
                                    != OrderStatus.PENDING_SUBMIT);
            assertThat(post(path, 1).status()).isEqualTo(200);
            assertThat(fixture.broker().sends()).hasSize(1);
            background.shutdown();
            assertThat(post(path, 2).status()).isEqualTo(503);
        }
    }

    private static void await(CountDownLatch answer) {
        try {
            assertThat(answer.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

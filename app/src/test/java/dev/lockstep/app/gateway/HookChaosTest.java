package dev.lockstep.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.loop.RunningLockstep;
import dev.lockstep.contracts.Eventually;
import dev.lockstep.simulator.FaultPlans;
import dev.lockstep.simulator.LedgerOrder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts reach a real process, which is killed, over a broker that loses answers. */
@Tag("slow")
class HookChaosTest {
    private static final int ALERTS = 40;
    private static final int OK = 200;
    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final String LOST_ANSWERS =
            """
            {"seed": 12, "rules": [
              {"target": "POST /v2/orders", "fault": "drop_after", "probability": 0.1},
              {"target": "POST /v2/orders", "fault": "reset_before", "probability": 0.1},
              {"target": "POST /v2/orders", "fault": "error_after", "probability": 0.1}]}
            """;

    @TempDir private Path temp;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private RunningLockstep lockstep;
    private String port;

    @BeforeEach
    void open() throws IOException {
        lockstep = new RunningLockstep(temp);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = String.valueOf(free.getLocalPort());
        }
    }

    @AfterEach
    void close() {
        lockstep.close();
        client.close();
    }

    private Process run(String name) throws IOException {
        Process process = lockstep.run(name, "--gateway-port", port);
        lockstep.await(name, "gateway for bots on ");
        return process;
    }

    @Test
    void repeated_alerts_are_one_order_each_although_answers_are_lost_and_the_process_is_killed()
            throws Exception {
        Process one = run("one");
        JsonNode hook = lockstep.answer("hooks", "add", "tv");
        URI address = URI.create("http://127.0.0.1:" + port + hook.path("path").asText());
        lockstep.simulator().arm(FaultPlans.parse(LOST_ANSWERS));

        for (int i = 0; i < ALERTS; i++) {
            if (i == ALERTS / 2) {
                one.destroyForcibly().waitFor();
                run("two");
            }
            sendUntilAccepted(address, i);
            sendUntilAccepted(address, i);
        }

        Eventually.within(
                BOUND,
                "every alert is an order at the exchange",
                () -> lockstep.simulator().orders().size() >= ALERTS);
        Set<String> orders = new HashSet<>();
        for (LedgerOrder order : lockstep.simulator().orders()) {
            assertThat(orders.add(order.clientOrderId())).isTrue();
        }
        assertThat(orders).hasSize(ALERTS);
        assertThat(lockstep.said("one") + lockstep.said("two"))
                .doesNotContain(hook.path("secret").asText());
    }

    /** As TradingView does after a status of 500 and above, and after no answer. */
    private void sendUntilAccepted(URI address, int number) {
        String body =
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"contracts\":1,\"id\":\"Long "
                        + number
                        + "\"}";
        Eventually.within(BOUND, "alert " + number, () -> send(address, body) == OK);
    }

    private int send(URI address, String body) {
        try {
            return client.send(
                            HttpRequest.newBuilder(address)
                                    .timeout(Duration.ofSeconds(30))
                                    .header("Content-Type", "text/plain; charset=utf-8")
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException unanswered) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

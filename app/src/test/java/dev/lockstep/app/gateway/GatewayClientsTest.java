package dev.lockstep.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.loop.RunningLockstep;
import dev.lockstep.contracts.Eventually;
import dev.lockstep.simulator.FaultPlans;
import dev.lockstep.simulator.LedgerOrder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unmodified npm clients trade through the gateway of a real process. */
@Tag("slow")
class GatewayClientsTest {
    private static final String FOLDER = System.getProperty("simulator.clients", "");
    private static final int CHAOS_ORDERS = Integer.getInteger("gateway.chaos.orders", 150);
    private static final String CALLERS = "8";

    /** Without it the market is quiet, and a client that waits for its trades gets none. */
    private static final Duration PRICE_MOVES_EVERY = Duration.ofMillis(200);

    private static final Duration BOUND = Duration.ofMinutes(5).plusMillis(200L * CHAOS_ORDERS);
    private static final String LOST_ANSWERS =
            """
            {"seed": 11, "rules": [
              {"target": "POST /v2/orders", "fault": "drop_after", "probability": 0.04},
              {"target": "POST /v2/orders", "fault": "reset_before", "probability": 0.04},
              {"target": "POST /v2/orders", "fault": "error_after", "probability": 0.03},
              {"target": "POST /v2/orders", "fault": "error_before", "probability": 0.03},
              {"target": "STREAM *", "fault": "lose", "probability": 0.05}]}
            """;

    @TempDir private Path temp;
    private RunningLockstep lockstep;
    private String port;

    @BeforeEach
    void open() throws IOException {
        assumeFalse(
                FOLDER.isEmpty(),
                "skipped: broker-simulator/src/test/clients/install fetches the clients");
        lockstep = new RunningLockstep(temp, exchange -> exchange.withTickEvery(PRICE_MOVES_EVERY));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = String.valueOf(free.getLocalPort());
        }
    }

    @AfterEach
    void close() {
        if (lockstep != null) {
            lockstep.close();
        }
    }

    private Process run(String name) throws IOException {
        Process process = lockstep.run(name, "--gateway-port", port);
        lockstep.await(name, "gateway for bots on ");
        return process;
    }

    private Process node(Path output, String script, String... more) throws IOException {
        JsonNode key = lockstep.answer("keys", "add", script.replace(".mjs", ""));
        List<String> command = new ArrayList<>(List.of("node", script));
        command.add("http://127.0.0.1:" + port);
        command.add(key.path("key").asText());
        command.add(key.path("secret").asText());
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .directory(Path.of(FOLDER).toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static String ended(Process node, Path output) throws Exception {
        boolean ended = node.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS);
        node.destroyForcibly().waitFor();
        String text = Files.readString(output);
        assertThat(ended).as(text).isTrue();
        return text;
    }

    @Test
    void unmodified_npm_clients_trade_and_receive_updates() throws Exception {
        run("one");
        Path output = temp.resolve("clients");

        String text = ended(node(output, "clients.mjs", "gateway"), output);

        assertThat(text)
                .contains(
                        "ok v4",
                        "ok v3",
                        "ok masterChief",
                        "ok v4Data",
                        "ok v3Data",
                        "ok ccxtPro",
                        "ok v4Facade")
                .doesNotContain("FAILED");
    }

    @Test
    void lost_answers_and_kills_lose_and_double_no_order_of_a_client() throws Exception {
        Process one = run("one");
        lockstep.simulator().arm(FaultPlans.parse(LOST_ANSWERS));
        Path output = temp.resolve("chaos");
        Process node = node(output, "chaos.mjs", String.valueOf(CHAOS_ORDERS), CALLERS);
        awaitSubmitted(output, CHAOS_ORDERS / 3);
        one.destroyForcibly().waitFor();
        Process two = run("two");
        awaitSubmitted(output, CHAOS_ORDERS * 2 / 3);
        two.destroyForcibly().waitFor();
        run("three");

        String text = ended(node, output);

        JsonNode result =
                JsonMapper.builder()
                        .build()
                        .readTree(text.substring(text.indexOf("RESULT ") + "RESULT ".length()));
        assertThat(result.path("unexpected")).as(text).isEmpty();
        assertThat(result.path("ids")).hasSize(CHAOS_ORDERS);
        assertThat(result.path("statuses").path("filled").asInt()).isEqualTo(CHAOS_ORDERS);
        List<LedgerOrder> ledger = lockstep.simulator().orders();
        assertThat(ledger).hasSize(CHAOS_ORDERS);
        assertThat(ledger).extracting(LedgerOrder::clientOrderId).doesNotHaveDuplicates();
        List<String> known = new ArrayList<>();
        result.path("ids").forEach(id -> known.add(id.asText()));
        assertThat(ledger)
                .allMatch(order -> known.stream().anyMatch(order.clientOrderId()::endsWith));
    }

    private static void awaitSubmitted(Path output, int orders) {
        Eventually.within(
                BOUND, orders + " orders are submitted", () -> submitted(output) >= orders);
    }

    private static int submitted(Path output) {
        try {
            return Files.readAllLines(output).stream()
                    .filter(line -> line.startsWith("submitted "))
                    .mapToInt(line -> Integer.parseInt(line.substring("submitted ".length())))
                    .max()
                    .orElse(0);
        } catch (IOException unreadable) {
            return 0;
        }
    }
}

package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KilledSimulatorTest {
    private static final int ROUNDS = 3;
    private static final int CLIENTS = 4;
    private static final int ANSWERS_BEFORE_DEATH = 60;
    private static final long TIMEOUT_SECONDS = 30;

    @TempDir Path stateDir;

    /** The answered orders: exchange id by client order id. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    @Test
    void an_answered_order_survives_kill_9_and_positions_and_cash_add_up() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            submitUntilKilled(round);
            // Read the ledger before a restart repairs it, and then through a restarted exchange.
            assertKept(ExchangeLedger.read(stateDir));
            assertKept(restarted());
        }
        assertThat(answered).hasSizeGreaterThanOrEqualTo(ROUNDS * ANSWERS_BEFORE_DEATH);
    }

    private void submitUntilKilled(int round) throws Exception {
        CountDownLatch enough = new CountDownLatch(ANSWERS_BEFORE_DEATH);
        try (SimulatorProcess process = SimulatorProcess.start(stateDir);
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            URI uri = process.uri();
            List<Future<Integer>> submitters = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                String prefix = "round-" + round + "-client-" + client + "-order-";
                submitters.add(threads.submit(() -> submitWhileAlive(uri, prefix, enough)));
            }
            boolean reached = enough.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            process.kill();
            int submitted = 0;
            for (Future<Integer> submitter : submitters) {
                // Some clients may have had no answer: the others may have been faster.
                submitted += submitter.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            }
            assertThat(reached).isTrue();
            assertThat(submitted).isGreaterThanOrEqualTo(ANSWERS_BEFORE_DEATH);
        }
    }

    /** Submits orders one by one until the simulator no longer answers. */
    private int submitWhileAlive(URI uri, String prefix, CountDownLatch enough) {
        int submitted = 0;
        try (Client client = new Client(uri, SimulatorConfig.DEFAULT_KEY)) {
            while (true) {
                String clientOrderId = prefix + submitted;
                Client.Reply reply = client.submit(order(clientOrderId));
                submitted++;
                assertThat(reply.status()).as("%s", reply.json()).isEqualTo(200);
                answered.put(clientOrderId, reply.text("id"));
                enough.countDown();
            }
        } catch (UncheckedIOException killed) {
            return submitted;
        }
    }

    private List<LedgerOrder> restarted() {
        try (Simulator simulator = Simulator.start(SimulatorProcess.config(stateDir));
                Client client = new Client(simulator)) {
            String known = answered.keySet().iterator().next();
            Client.Reply again = client.submit(order(known));
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.text("message")).isEqualTo("client_order_id must be unique");
            Client.Reply found =
                    client.get("/v2/orders:by_client_order_id?client_order_id=" + known);
            assertThat(found.text("id")).isEqualTo(answered.get(known));
            assertThat(ExchangeLedger.read(stateDir)).isEqualTo(simulator.orders());
            assertSumsHold(simulator.orders(), client);
            return simulator.orders();
        }
    }

    private void assertKept(List<LedgerOrder> orders) {
        Map<String, String> ids = new HashMap<>();
        for (LedgerOrder order : orders) {
            assertThat(ids.put(order.clientOrderId(), order.id().toString()))
                    .as("a second order %s", order.clientOrderId())
                    .isNull();
        }
        assertThat(ids).containsAllEntriesOf(answered);
        // The ledger may contain one unanswered order for each client.
        assertThat(ids.size() - answered.size()).isBetween(0, ROUNDS * CLIENTS);
    }

    /** Checks positions and cash: each order is a market buy of one share. */
    private static void assertSumsHold(List<LedgerOrder> orders, Client client) {
        BigDecimal spent = BigDecimal.ZERO;
        for (LedgerOrder order : orders) {
            assertThat(order.status()).isEqualTo("filled");
            spent = spent.add(Objects.requireNonNull(order.filledAvgPrice()));
        }
        assertThat(client.get("/v2/positions/F").text("qty"))
                .isEqualTo(String.valueOf(orders.size()));
        assertThat(decimal(client.get("/v2/account").json(), "cash"))
                .isEqualByComparingTo(SimulatorProcess.CASH_DOLLARS.subtract(spent));
    }

    private static BigDecimal decimal(JsonNode json, String field) {
        return new BigDecimal(json.get(field).asText());
    }

    private static String order(String clientOrderId) {
        return "'symbol':'F','qty':'1','side':'buy','type':'market','time_in_force':'day',"
                + "'client_order_id':'"
                + clientOrderId
                + "'";
    }
}

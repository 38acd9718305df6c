package dev.lockstep.app.prove.history;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.simulator.ExchangeLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Kills the primary of the processes' store once, and makes its standby the primary. */
final class Failover implements RunConditions {
    private static final String SCHEMA = "failover";
    private static final int SOME_ORDERS = 20;
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final int OK = 200;

    private final PostgresServer primary;
    private final PostgresServer standby;
    private final Path exchange;
    private List<ServingProcess> processes = List.of();
    private long killedNanos;
    private int failovers;

    /**
     * Creates conditions that have not begun.
     *
     * @param exchange the exchange's folder
     */
    Failover(PostgresServer primary, PostgresServer standby, Path exchange) {
        this.primary = primary;
        this.standby = standby;
        this.exchange = exchange;
    }

    /** Returns when the primary was killed. */
    long killedNanos() {
        return killedNanos;
    }

    @Override
    public String phase() {
        return "the primary is killed";
    }

    @Override
    public List<String> runOptions() {
        return List.of("--store", primary.schemaOnEither(standby, SCHEMA).toString());
    }

    @Override
    public void begin(List<ServingProcess> all) {
        processes = List.copyOf(all);
        awaitHealth();
    }

    @Override
    public void next() throws InterruptedException {
        awaitOrders();
        if (failovers == 0) {
            failOver();
            failovers++;
            awaitOrders();
        }
    }

    @Override
    public void end() {
        // Nothing is disturbed any more.
    }

    @Override
    public Map<String, Integer> counts() {
        return Map.of("failover", failovers);
    }

    private void failOver() throws InterruptedException {
        try {
            primary.kill();
            killedNanos = System.nanoTime();
            standby.promote();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        awaitHealth();
    }

    /** Waits until the clients have got some more orders to the exchange. */
    private void awaitOrders() {
        int before = orders();
        Eventually.within(BOUND, "orders at the exchange", () -> orders() >= before + SOME_ORDERS);
    }

    private int orders() {
        return ExchangeLedger.read(exchange).size();
    }

    private void awaitHealth() {
        Eventually.within(
                BOUND,
                "every process is healthy",
                () -> processes.stream().allMatch(Failover::healthy));
    }

    private static boolean healthy(ServingProcess process) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest health =
                    HttpRequest.newBuilder(process.address().resolve("/health"))
                            .timeout(BOUND)
                            .build();
            return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

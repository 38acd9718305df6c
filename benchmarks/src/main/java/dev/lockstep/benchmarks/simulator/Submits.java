package dev.lockstep.benchmarks.simulator;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Submits orders that trade at once, from many connections, each waiting for its answers. */
final class Submits {
    private static final String[] SYMBOLS = {"AAPL", "MSFT", "F", "KO", "SPY", "INTC"};

    private final URI server;
    private final int connections;

    Submits(URI server, int connections) {
        this.server = server;
        this.connections = connections;
    }

    /**
     * Submits so many orders.
     *
     * @return how many were answered in a second
     */
    double run(String batch, int orders) throws InterruptedException, IOException {
        long start = System.nanoTime();
        List<Future<Integer>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int client = 0; client < connections; client++) {
                int share = orders / connections + (client < orders % connections ? 1 : 0);
                clients.add(threads.submit(client(batch + "-" + client, share)));
            }
            for (Future<Integer> client : clients) {
                client.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("a client failed", failed.getCause());
        }
        return orders * 1e9 / (System.nanoTime() - start);
    }

    private Callable<Integer> client(String name, int orders) {
        return () -> {
            try (Wire wire = new Wire(server)) {
                for (int number = 0; number < orders; number++) {
                    Wire.Reply reply = wire.ask("POST", "/v2/orders", order(name, number));
                    if (reply.status() != 200) {
                        throw new IOException("submit: " + reply + " (expected: 200)");
                    }
                }
            }
            return orders;
        };
    }

    private static String order(String name, int number) {
        return "{\"symbol\":\""
                + SYMBOLS[number % SYMBOLS.length]
                + "\",\"qty\":\"1\",\"side\":\"buy\",\"type\":\"market\",\"time_in_force\":\"day\","
                + "\"client_order_id\":\""
                + name
                + "-"
                + number
                + "\"}";
    }
}

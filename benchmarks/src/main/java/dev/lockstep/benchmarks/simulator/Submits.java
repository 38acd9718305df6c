package dev.lockstep.benchmarks.simulator;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Submits marketable orders from many connections, each waiting for its responses. */
public final class Submits implements Contestant {
    private static final String[] SYMBOLS = {"AAPL", "MSFT", "F", "KO", "SPY", "INTC"};

    private final String name;
    private final WireServer server;
    private final int connections;
    private final int orders;
    private int runs;

    /**
     * Creates the contestant.
     *
     * @param orders number of orders submitted in a round
     */
    public Submits(String name, WireServer server, int connections, int orders) {
        this.name = name;
        this.server = server;
        this.connections = connections;
        this.orders = orders;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Score run() throws InterruptedException, IOException {
        runs++;
        long[] calls = new long[orders];
        List<Future<Integer>> clients = new ArrayList<>();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int client = 0; client < connections; client++) {
                int from = (int) ((long) orders * client / connections);
                int to = (int) ((long) orders * (client + 1) / connections);
                clients.add(threads.submit(client(from, to, calls)));
            }
            for (Future<Integer> client : clients) {
                client.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("a client failed", failed.getCause());
        }
        return Score.of(orders, System.nanoTime() - began, calls);
    }

    private Callable<Integer> client(int from, int to, long[] calls) {
        return () -> {
            try (Wire wire = new Wire(server)) {
                for (int number = from; number < to; number++) {
                    long asked = System.nanoTime();
                    Wire.Reply reply = wire.ask("POST", "/v2/orders", order(number));
                    calls[number] = System.nanoTime() - asked;
                    if (reply.status() != 200) {
                        throw new IOException("submit: " + reply + " (expected: 200)");
                    }
                }
            }
            return to - from;
        };
    }

    private String order(int number) {
        return "{\"symbol\":\""
                + SYMBOLS[number % SYMBOLS.length]
                + "\",\"qty\":\"1\",\"side\":\"buy\",\"type\":\"market\",\"time_in_force\":\"day\","
                + "\"client_order_id\":\""
                + server.key()
                + "-"
                + connections
                + "-"
                + runs
                + "-"
                + number
                + "\"}";
    }
}

package dev.lockstep.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Clients that send requests at the same time until they are stopped, and the record of what they
 * saw.
 */
public final class HistoryClients {
    private final List<ClientApi> platforms;
    private final KnownOrders known = new KnownOrders();
    private final LongSupplier nanoTime;
    private final Waiting waiting;
    private final ClientPace pace;
    private final long seed;

    /**
     * Creates clients of the same platforms.
     *
     * @param nanoTime a monotonic clock, in nanoseconds
     * @param waiting waits between requests and after a missing reply
     * @param pace how fast each of them is
     * @param seed of their requests
     */
    public HistoryClients(
            List<ClientApi> platforms,
            LongSupplier nanoTime,
            Waiting waiting,
            ClientPace pace,
            long seed) {
        this.platforms = List.copyOf(platforms);
        this.nanoTime = nanoTime;
        this.waiting = waiting;
        this.pace = pace;
        this.seed = seed;
    }

    /**
     * Sends requests from all clients, one after the other from each.
     *
     * @param callers runs the clients, each to its end
     * @param goesOn asked before each request
     * @return the requests with their replies
     */
    public List<Invocation> run(ExecutorService callers, int clients, BooleanSupplier goesOn)
            throws InterruptedException {
        List<Callable<List<Invocation>>> loops =
                IntStream.rangeClosed(1, clients)
                        .<Callable<List<Invocation>>>mapToObj(number ->
                                () ->
                                        new HistoryClient(
                                                        number, platforms, known, nanoTime, waiting,
                                                        pace, seed)
                                                .run(goesOn))
                        .toList();
        List<Invocation> all = new ArrayList<>();
        for (Future<List<Invocation>> each : callers.invokeAll(loops)) {
            all.addAll(result(each));
        }
        return all;
    }

    /** Returns the keys of all submits so far. */
    public List<String> keys() {
        return known.keys();
    }

    private static List<Invocation> result(Future<List<Invocation>> client)
            throws InterruptedException {
        try {
            return client.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}

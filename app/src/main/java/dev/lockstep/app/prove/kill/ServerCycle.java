package dev.lockstep.app.prove.kill;

import dev.lockstep.app.runtime.Threads;
import dev.lockstep.history.ClientReply;
import dev.lockstep.history.ClientRequest;
import dev.lockstep.history.SeenOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Stops {@code run} while clients submit and cancel orders by its REST API. */
final class ServerCycle {
    private static final Duration MAX_TO_POINT = Duration.ofSeconds(8);
    private static final int REQUESTS = 3;

    private final ServerUnderTest server;
    private final KillBooks books;
    private final KillOutcomes outcomes;

    ServerCycle(ServerUnderTest server, KillBooks books, KillOutcomes outcomes) {
        this.server = server;
        this.books = books;
        this.outcomes = outcomes;
    }

    /** Stops it while clients use it, and starts it again; returns what is wrong. */
    List<String> faults(KillChoice choice, SubmittedOrders numbers)
            throws IOException, InterruptedException {
        StoppableProcess process = server.process();
        process.prepare(choice);
        List<SubmittedOrder> orders = new ArrayList<>();
        for (int request = 0; request < REQUESTS; request++) {
            orders.add(numbers.next());
        }
        try (ExecutorService clients = Threads.callers(REQUESTS)) {
            List<Future<Boolean>> replies = new ArrayList<>();
            for (SubmittedOrder order : orders) {
                replies.add(clients.submit(() -> accepted(order)));
            }
            outcomes.add(choice, process.stop(choice, MAX_TO_POINT));
            for (int request = 0; request < REQUESTS; request++) {
                if (get(replies.get(request))) {
                    books.accepted(orders.get(request));
                }
            }
        }
        process.release();
        List<String> faults = process.faults();
        server.ensureServing();
        return faults;
    }

    /** Submits an order, and cancels it if it waits; returns whether the submit was accepted. */
    private boolean accepted(SubmittedOrder order) throws InterruptedException {
        ClientReply reply =
                server.api().reply(new ClientRequest.Submit(order.key(), order.terms()));
        if (!(reply instanceof ClientReply.Accepted accepted)) {
            return false;
        }
        for (SeenOrder seen : order.market() ? List.<SeenOrder>of() : accepted.orders()) {
            server.api().reply(new ClientRequest.Cancel(seen.id()));
        }
        return true;
    }

    private static boolean get(Future<Boolean> reply) throws InterruptedException {
        try {
            return reply.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}

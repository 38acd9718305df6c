package dev.lockstep.persistence.sqlite.processes;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteModule;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Another process on the database. Runs the role named by its first argument; starts when a line
 * arrives on its input, prints each write after it has returned, and ends when its input ends.
 */
final class Peer {
    static final String READY = "ready";
    static final String WROTE = "wrote ";
    static final String WROTE_END = " .";
    static final String FAILED = "failed ";
    static final String DONE = "done";

    private static final int THREADS = 4;
    private static final int ADDED_AT_ONCE = 3;
    private static final Evidence EVIDENCE = Evidence.local("peer");

    private final OrderRepository repository;
    private final TradingLease lease;
    private final BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Counting counting = new Counting();

    private Peer(Injector injector) {
        repository = injector.getInstance(OrderRepository.class);
        lease = injector.getInstance(TradingLease.class);
    }

    public static void main(String[] arguments) throws Exception {
        Injector injector = open(Path.of(arguments[1]));
        try (SqliteStore _ = injector.getInstance(SqliteStore.class)) {
            Peer peer = new Peer(injector);
            print(READY);
            peer.in.readLine();
            switch (arguments[0]) {
                case "trade" -> peer.trade(shared(arguments));
                case "claim" ->
                        peer.claim(new OrderId(arguments[2]), Integer.parseInt(arguments[3]));
                case "own" -> peer.own(arguments[2], Duration.parse(arguments[3]));
                default -> throw new IllegalArgumentException(arguments[0]);
            }
            print(DONE);
        }
    }

    /** Opens a database with the module, like a program. */
    static Injector open(Path file) {
        return Guice.createInjector(
                new SqliteModule(SqliteConfig.at(file), new SecureRandom()),
                binder -> binder.bind(InstantSource.class).toInstance(InstantSource.system()));
    }

    private static List<OrderId> shared(String[] arguments) {
        return Stream.of(arguments).skip(2).map(OrderId::new).toList();
    }

    /**
     * Adds orders, changes them and the shared ones in one batch, and reads, on several threads.
     */
    private void trade(List<OrderId> shared) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(() -> tradeUntilEnded(shared)));
        }
        awaitEnd();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void tradeUntilEnded(List<OrderId> shared) {
        try {
            while (!ended.get()) {
                List<OrderId> batch = new ArrayList<>(shared);
                List<Order> added = Stream.generate(counting::intent).limit(ADDED_AT_ONCE).toList();
                for (AddOutcome outcome : repository.addAll(added, EVIDENCE)) {
                    wrote(outcome.order());
                    batch.add(outcome.order().id());
                }
                change(batch);
                if (repository.search(OrderQuery.all().newestFirst().limit(50)).isEmpty()) {
                    throw new IllegalStateException("an empty page");
                }
            }
        } catch (RuntimeException failure) {
            print(FAILED + failure);
        }
    }

    private void change(List<OrderId> batch) {
        List<OrderUpdate> updates =
                batch.stream().map(id -> new OrderUpdate(id, Counting::next, EVIDENCE)).toList();
        for (UpdateOutcome outcome : repository.updateAll(updates, BatchMode.EACH_FOR_ITSELF)) {
            if (outcome instanceof UpdateOutcome.Updated updated) {
                wrote(updated.after());
            } else {
                print(FAILED + outcome);
            }
        }
    }

    /** In each round, claims the row if its version shows that it is free. */
    private void claim(OrderId row, int rounds) {
        for (int round = 1; round <= rounds; round++) {
            long expected = round;
            Order seen = repository.find(row).orElseThrow();
            if (seen.version() == expected
                    && repository.update(
                                    new OrderUpdate(
                                            row,
                                            order ->
                                                    order.version() == expected
                                                            ? Counting.next(order)
                                                            : order,
                                            EVIDENCE))
                            instanceof UpdateOutcome.Updated updated) {
                wrote(updated.after());
            }
        }
    }

    /** Acquires the lease as soon as it is free; then writes as its owner once per input line. */
    private void own(String owner, Duration term) throws IOException, InterruptedException {
        Optional<TradingLease.Lease> held = lease.acquire(owner, term);
        while (held.isEmpty()) {
            Thread.sleep(20);
            held = lease.acquire(owner, term);
        }
        OrderRepository asOwner = lease.repository(held.get());
        print("epoch " + held.get().epoch());
        while (in.readLine() != null) {
            Order order = counting.intent();
            try {
                wrote(asOwner.add(order, EVIDENCE).order());
            } catch (RepositoryException refused) {
                print(FAILED + refused.reason() + " " + order.id());
            }
        }
    }

    private void awaitEnd() throws IOException {
        while (in.readLine() != null) {
            // Only the end of the input matters.
        }
        ended.set(true);
    }

    private static void wrote(Order order) {
        print(WROTE + order.id() + " " + order.version() + WROTE_END);
    }

    private static synchronized void print(String line) {
        System.out.println(line);
        System.out.flush();
    }
}

package dev.lockstep.persistence.postgres.machines;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A process of another machine. Runs the role named by its first argument on the store at the
 * second one; starts when a line arrives on its input, prints each write after it has returned, and
 * ends when its input ends.
 */
final class Machine {
    static final String READY = "ready";
    static final String WROTE = "wrote ";
    static final String END = " .";
    static final String FAILED = "failed ";
    static final String DONE = "done";

    /** The most open orders of all machines together. */
    static final int MAX_OPEN_ORDERS = 40;

    private static final int THREADS = 4;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration TERM = Duration.ofSeconds(1);
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long MAX_PAUSE_MILLIS = 500;
    private static final String NEVER_FILLED = "1000000000";
    private static final Evidence EVIDENCE = Evidence.local("machine");

    private final PostgresStore store;
    private final BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final AtomicBoolean ended = new AtomicBoolean();
    private final TimeOrderedIds ids =
            new TimeOrderedIds(new InstanceTag("test"), InstantSource.system(), new SecureRandom());

    private Machine(PostgresStore store) {
        this.store = store;
    }

    public static void main(String[] arguments) throws Exception {
        try (PostgresStore store = open(PostgresAddress.parsed(arguments[1]))) {
            Machine machine = new Machine(store);
            print(READY);
            machine.in.readLine();
            switch (arguments[0]) {
                case "trade" -> machine.trade();
                case "fill" -> machine.fillTheLimit();
                case "own" -> machine.own(arguments[2]);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
            print(DONE);
        }
    }

    /** Opens a store like a program. */
    static PostgresStore open(PostgresAddress address) {
        return PostgresStore.open(
                PostgresConfig.at(address).withLockDeadline(DEADLINE),
                file -> SqliteStore.open(SqliteConfig.at(file)));
    }

    /** Returns whether the filled quantity equals the number of changes. */
    static boolean counted(Order order) {
        return order.cumQty().value().longValueExact() == order.version() - 1;
    }

    /** Adds orders and changes each, on several threads; repeats what failed until it is stored. */
    private void trade() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(this::tradeUntilEnded));
        }
        while (in.readLine() != null) {
            // Only the end of the input matters.
        }
        ended.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void tradeUntilEnded() {
        try {
            while (!ended.get()) {
                Order order = intent();
                untilStored(() -> store.repository().add(order, EVIDENCE).order());
                untilStored(() -> changed(order));
            }
        } catch (RuntimeException failure) {
            print(FAILED + failure);
        }
    }

    private Order changed(Order order) {
        OrderUpdate update = new OrderUpdate(order.id(), Machine::next, EVIDENCE);
        return switch (store.repository().update(update)) {
            case UpdateOutcome.Updated updated -> updated.after();
            case UpdateOutcome other -> throw new IllegalStateException(other.toString());
        };
    }

    private static void untilStored(Write write) {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                wrote(write.stored());
                return;
            } catch (RepositoryException away) {
                print("away " + away.reason());
            }
            pause(pause);
            pause = Math.min(2 * pause, MAX_PAUSE_MILLIS);
        }
    }

    /** Submits orders until the limit of open orders denies one. */
    private void fillTheLimit() {
        boolean approved = true;
        while (approved) {
            ConditionalInsert insert =
                    new ConditionalInsert(intent(), null, Machine::belowLimit, EVIDENCE);
            IntentOutcome outcome = store.repository().intend(insert);
            approved = outcome instanceof IntentOutcome.Stored;
            if (outcome instanceof IntentOutcome.Stored(Order order)) {
                wrote(order);
            }
        }
    }

    private static Verdict belowLimit(Exposure exposure) {
        return exposure.openOrders() < MAX_OPEN_ORDERS
                ? new Verdict.Approved()
                : new Verdict.Undecided(Set.of(), 0, List.of());
    }

    /** Acquires the lease as soon as it is free; then writes as its owner once per input line. */
    private void own(String owner) throws IOException {
        Optional<Lease> held = store.lease().acquire(owner, TERM);
        while (held.isEmpty()) {
            pause(FIRST_PAUSE_MILLIS);
            held = store.lease().acquire(owner, TERM);
        }
        print("epoch " + held.get().epoch() + END);
        while (in.readLine() != null) {
            Order order = intent();
            try {
                wrote(store.lease().repository(held.get()).add(order, EVIDENCE).order());
            } catch (RepositoryException refused) {
                print(FAILED + refused.reason() + " " + order.id());
            }
        }
    }

    private Order intent() {
        OrderId id = ids.nextOrderId();
        return Order.intent(
                id,
                ids.clientOrderId(id),
                new IdempotencyKey(id.value()),
                SampleOrders.tenShares()
                        .with(new OrderAmount.ByQuantity(Quantity.of(NEVER_FILLED))),
                SampleOrders.START);
    }

    /** Fills one more share, once: a repeated change of the same order changes nothing. */
    private static Order next(Order order) {
        return order.apply(
                new StatusReport(
                        SampleOrders.brokerOrderId(order),
                        new ReportedStatus.Known("partially_filled", OrderStatus.PARTIALLY_FILLED),
                        new Quantity(order.cumQty().value().add(BigDecimal.ONE)),
                        Price.of("1"),
                        SampleOrders.START),
                SampleOrders.START);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void wrote(Order order) {
        print(WROTE + order.id() + " " + order.version() + " " + System.currentTimeMillis() + END);
    }

    private static synchronized void print(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** A write that can be repeated. */
    @FunctionalInterface
    private interface Write {
        /** Returns the order as it is stored. */
        Order stored();
    }
}

package dev.lockstep.app.stress;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.UpdateOutcome;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One caller: adds orders, changes its own ones singly and in batches, changes orders that all
 * callers change, and reads pages, repeatedly.
 */
final class StressCaller {
    private static final Evidence EVIDENCE = Evidence.local("stress");
    private static final int ADDED_AT_ONCE = 4;
    private static final int MAX_OWN_ORDERS = 16;
    private static final int PAGE_ORDERS = 100;
    private static final int STEPS = 8;

    private final OrderRepository repository;
    private final OrderIds ids;
    private final PlatformClock clock;
    private final List<OrderId> shared;
    private final StressCounts counts;
    private final Receipts receipts;
    private final ArrayDeque<OrderId> own = new ArrayDeque<>();
    private int turn;

    /**
     * A caller.
     *
     * @param number which one; no two do the same at the same time
     */
    StressCaller(
            StressWorker.Dependencies given,
            List<OrderId> shared,
            StressCounts counts,
            Receipts receipts,
            int number) {
        this.repository = given.repository();
        this.ids = given.ids();
        this.clock = given.clock();
        this.shared = shared;
        this.counts = counts;
        this.receipts = receipts;
        this.turn = number;
    }

    /** Calls until the end; a failure that is no lock's ends it too, for it would only repeat. */
    void callUntil(BooleanSupplier ended) {
        boolean sound = true;
        while (sound && !ended.getAsBoolean()) {
            turn++;
            try {
                step();
            } catch (RepositoryException failure) {
                sound = counts.failed(failure);
            } catch (RuntimeException mistake) {
                counts.failed(mistake.toString());
                sound = false;
            }
        }
    }

    private void step() {
        switch (turn % STEPS) {
            case 0 -> add(1);
            case 1 -> changeOwn();
            case 2, 6 -> changeShared();
            case 3 -> readPage();
            case 4 -> changeAllOwn();
            case 5 -> claimShared();
            default -> add(ADDED_AT_ONCE);
        }
    }

    private void add(int orders) {
        long began = clock.nanoTime();
        Instant at = clock.instant();
        List<Order> intents =
                IntStream.range(0, orders)
                        .mapToObj(_ -> StressOrders.intent(ids, StressOrders.OWN_QTY, at))
                        .toList();
        List<AddOutcome> outcomes = repository.addAll(intents, EVIDENCE);
        counts.took(clock.since(began));
        receipts.add(outcomes.stream().map(AddOutcome::order).toList());
        intents.forEach(order -> own.add(order.id()));
        while (own.size() > MAX_OWN_ORDERS) {
            own.remove();
        }
    }

    private void changeOwn() {
        if (!own.isEmpty()) {
            change(List.of(own.getFirst()));
        }
    }

    private void changeAllOwn() {
        change(List.copyOf(own));
    }

    private void changeShared() {
        change(List.of(anyShared()));
    }

    /** Reads a version and changes only that one: of all callers that read it, one may succeed. */
    private void claimShared() {
        Optional<Order> seen = repository.find(anyShared());
        seen.ifPresent(found ->
                change(
                        List.of(found.id()),
                        order -> order.version() == found.version() ? next(order) : order));
    }

    private void change(List<OrderId> orders) {
        change(orders, this::next);
    }

    private void change(List<OrderId> orders, UnaryOperator<Order> change) {
        if (orders.isEmpty()) {
            return;
        }
        long began = clock.nanoTime();
        List<UpdateOutcome> outcomes =
                repository.updateAll(
                        orders.stream().map(id -> new OrderUpdate(id, change, EVIDENCE)).toList(),
                        BatchMode.EACH_FOR_ITSELF);
        counts.took(clock.since(began));
        receipts.add(stored(outcomes));
    }

    private List<Order> stored(List<UpdateOutcome> outcomes) {
        List<Order> stored = new ArrayList<>();
        for (UpdateOutcome outcome : outcomes) {
            switch (outcome) {
                case UpdateOutcome.Updated updated -> {
                    stored.add(updated.after());
                    if (updated.after().status().closed()) {
                        own.remove(updated.after().id());
                    }
                }
                case UpdateOutcome.Unchanged _ -> {
                    // Somebody else changed the order that was seen, and this caller is told so.
                }
                case UpdateOutcome.NotFound absent ->
                        counts.failed("order " + absent.id() + " was not found");
                case UpdateOutcome.Refused refused ->
                        counts.failed("a change was refused: " + refused.text());
                case UpdateOutcome.RolledBack back ->
                        counts.failed("order " + back.id() + " was rolled back");
            }
        }
        return stored;
    }

    private void readPage() {
        List<Order> page = repository.search(OrderQuery.all().newestFirst().limit(PAGE_ORDERS));
        if (page.isEmpty()) {
            counts.failed("a page was empty");
        }
    }

    private OrderId anyShared() {
        return shared.get(Math.floorMod(turn / STEPS + turn, shared.size()));
    }

    private Order next(Order order) {
        return StressOrders.next(order, clock.instant());
    }
}

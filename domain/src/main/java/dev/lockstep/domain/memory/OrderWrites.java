package dev.lockstep.domain.memory;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderAddition;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes orders in memory, each version with its event, and asks the gate of an intent before. For
 * one thread at a time.
 */
final class OrderWrites {
    private final OrdersById orders;
    private final EventLog events;
    private final ExposureBook exposures;

    OrderWrites(OrdersById orders, EventLog events, ExposureBook exposures) {
        this.orders = orders;
        this.events = events;
        this.exposures = exposures;
    }

    List<AddOutcome> addAll(List<OrderAddition> batch) {
        OrdersById.requireDistinctIds(batch);
        batch.forEach(added -> orders.requireNewIds(added.order()));
        return batch.stream().map(added -> add(added.order(), added.evidence())).toList();
    }

    private AddOutcome add(Order order, Evidence evidence) {
        Optional<Order> existing = orders.find(order.idempotencyKey());
        if (existing.isPresent()) {
            return new AddOutcome.AlreadyThere(existing.get());
        }
        store(order, evidence);
        return new AddOutcome.Added(order);
    }

    IntentOutcome intend(ConditionalInsert request) {
        Order intent = request.intent();
        Optional<Order> existing = orders.find(intent.idempotencyKey());
        if (existing.isPresent()) {
            return new IntentOutcome.AlreadyThere(existing.get());
        }
        orders.requireNewIds(intent);
        return switch (verdict(request)) {
            case Verdict.Approved _ -> {
                store(intent, request.evidence());
                yield new IntentOutcome.Stored(intent);
            }
            case Verdict.Denied(List<Denial> denials) -> {
                Order denied = intent.denied(Denial.text(denials));
                store(denied, Evidence.local(denied.state().text()));
                yield new IntentOutcome.Denied(denied, denials);
            }
            case Verdict.Undecided undecided -> new IntentOutcome.Undecided(undecided);
        };
    }

    IntentOutcome intendAgain(Order seen, ConditionalInsert request, Instant at) {
        Order stored = orders.stored(seen.id());
        if (stored.version() != seen.version() || !stored.mayBeTriedAgain()) {
            return new IntentOutcome.AlreadyThere(stored);
        }
        return switch (verdict(request)) {
            case Verdict.Approved _ -> {
                Order next = stored.apply(new ExecutionReport.TriedAgain(), at);
                store(next, request.evidence());
                yield new IntentOutcome.Stored(next);
            }
            case Verdict.Denied(List<Denial> denials) -> new IntentOutcome.Denied(stored, denials);
            case Verdict.Undecided undecided -> new IntentOutcome.Undecided(undecided);
        };
    }

    private Verdict verdict(ConditionalInsert request) {
        Exposure exposure = exposures.of(request);
        return InsideWrite.run(() -> request.gate().apply(exposure));
    }

    UpdateOutcome update(OrderUpdate update) {
        UpdateOutcome outcome = UpdateCheck.outcome(orders, update);
        if (outcome instanceof UpdateOutcome.Updated updated) {
            store(updated.after(), update.evidence());
        }
        return outcome;
    }

    List<UpdateOutcome> updateAllOrNothing(List<OrderUpdate> updates) {
        List<UpdateOutcome> outcomes = UpdateCheck.tried(orders, updates);
        if (outcomes.stream().allMatch(UpdateCheck::made)) {
            return updates.stream().map(this::update).toList();
        }
        return outcomes.stream()
                .map(outcome ->
                        outcome instanceof UpdateOutcome.Updated updated
                                ? new UpdateOutcome.RolledBack(updated.after().id())
                                : outcome)
                .toList();
    }

    private void store(Order order, Evidence evidence) {
        Order before = orders.put(order);
        exposures.stored(before, order);
        events.add(OrderEvent.of(order, evidence));
    }
}

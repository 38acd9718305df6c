package dev.lockstep.domain.usecase;

import dev.lockstep.contracts.store.ScenarioStores;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.Adjustments;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.ConditionalRelease;
import dev.lockstep.domain.port.store.ExternalCancels;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderAddition;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.position.Holdings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A repository whose writes fail when a test says so. */
public final class FailingRepository implements OrderRepository {
    private final ScenarioStores.Store store = ScenarioStores.anyFresh();
    private final OrderRepository orders = store.repository();
    private volatile Runnable beforeIntend = () -> {};
    private volatile Runnable onAdd = () -> {};
    private volatile Runnable onUpdate = () -> {};
    private volatile boolean failAdds;
    private volatile boolean failFinds;
    private volatile boolean failLookups;
    private volatile boolean failSearches;
    private volatile boolean failUpdates;

    /** Happens once, right before the next order is judged and stored. */
    public void beforeIntend(Runnable event) {
        beforeIntend = event;
    }

    /** Happens after an order is stored and before its caller learns of it. */
    public void onAdd(Runnable event) {
        onAdd = event;
    }

    /** Happens after an update is stored and before its caller learns of it. */
    public void onUpdate(Runnable event) {
        onUpdate = event;
    }

    public void failAdds(boolean now) {
        failAdds = now;
    }

    /** Whether questions by our id fail. */
    public void failFinds(boolean now) {
        failFinds = now;
    }

    /** Whether questions by the broker's id fail. */
    public void failLookups(boolean now) {
        failLookups = now;
    }

    public void failSearches(boolean now) {
        failSearches = now;
    }

    public void failUpdates(boolean now) {
        failUpdates = now;
    }

    /** The events of the orders; it never fails. */
    public OrderFeed feed() {
        return store.feed();
    }

    /** The limits beside the orders; they never fail. */
    @Override
    public RiskControl riskControl() {
        return store.riskControl();
    }

    @Override
    public List<AddOutcome> addAll(List<OrderAddition> batch) {
        failIf(failAdds);
        List<AddOutcome> outcomes = orders.addAll(batch);
        onAdd.run();
        return outcomes;
    }

    @Override
    public IntentOutcome intend(ConditionalInsert intent) {
        failIf(failAdds);
        Runnable event = beforeIntend;
        beforeIntend = () -> {};
        event.run();
        IntentOutcome outcome = orders.intend(intent);
        onAdd.run();
        return outcome;
    }

    @Override
    public UpdateOutcome release(ConditionalRelease release) {
        failIf(failUpdates);
        UpdateOutcome outcome = orders.release(release);
        onUpdate.run();
        return outcome;
    }

    @Override
    public IntentOutcome intendAgain(Order seen, ConditionalInsert intent, Instant at) {
        failIf(failAdds);
        IntentOutcome outcome = orders.intendAgain(seen, intent, at);
        onAdd.run();
        return outcome;
    }

    @Override
    public List<UpdateOutcome> updateAll(List<OrderUpdate> updates, BatchMode mode) {
        failIf(failUpdates);
        List<UpdateOutcome> outcomes = orders.updateAll(updates, mode);
        onUpdate.run();
        return outcomes;
    }

    @Override
    public List<UpdateOutcome> updateAll(List<Fill> executions, List<OrderUpdate> updates) {
        failIf(failUpdates);
        List<UpdateOutcome> outcomes = orders.updateAll(executions, updates);
        onUpdate.run();
        return outcomes;
    }

    /** The executions, kept with the orders; they never fail. */
    public Fills fills() {
        return store.fills();
    }

    @Override
    public Optional<Order> find(OrderId id) {
        failIf(failFinds);
        return orders.find(id);
    }

    @Override
    public Optional<Order> byIdempotencyKey(IdempotencyKey key) {
        failIf(failLookups);
        return orders.byIdempotencyKey(key);
    }

    @Override
    public Optional<Order> byClientOrderId(ClientOrderId id) {
        return orders.byClientOrderId(id);
    }

    @Override
    public Optional<Order> byBrokerOrderId(BrokerOrderId id) {
        failIf(failLookups);
        return orders.byBrokerOrderId(id);
    }

    @Override
    public List<Order> legs(OrderId parent) {
        return orders.legs(parent);
    }

    @Override
    public List<Order> replacements(OrderId replaced) {
        return orders.replacements(replaced);
    }

    @Override
    public Holdings holdings() {
        return orders.holdings();
    }

    @Override
    public Adjustments adjustments() {
        return orders.adjustments();
    }

    @Override
    public ExternalCancels externalCancels() {
        return orders.externalCancels();
    }

    @Override
    public List<Order> search(OrderQuery query) {
        failIf(failSearches);
        return orders.search(query);
    }

    @Override
    public List<OrderEvent> history(OrderId id) {
        return orders.history(id);
    }

    private static void failIf(boolean failing) {
        if (failing) {
            throw new RepositoryException(
                    RepositoryException.Reason.LOCK_TIMEOUT, "another process holds the lock");
        }
    }
}

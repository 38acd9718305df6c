package dev.lockstep.domain.memory;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
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
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderAddition;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Orders and risk rules kept in memory, by the same contract as the durable repositories but for
 * durability: they are gone with the process.
 *
 * <p>Safe for use by several threads; one lock guards everything. A change that waits for another
 * thread inside a write makes that thread's call fail, for it would wait for the change.
 */
public final class InMemoryOrderRepository implements OrderRepository, RiskControl, OrderFeed {
    private final WriteLock lock = new WriteLock();
    private final OrdersById orders = new OrdersById();
    private final EventLog events = new EventLog(orders);
    private final RuleBook ruleBook = new RuleBook();
    private final InMemoryAdjustments adjustments = new InMemoryAdjustments();
    private final InMemoryExternalCancels externalCancels = new InMemoryExternalCancels();
    private final InMemoryFills fills = new InMemoryFills();
    private final ExposureBook exposures = new ExposureBook(orders, adjustments, ruleBook);
    private final OrderWrites writes = new OrderWrites(orders, events, exposures);

    /** An empty repository. */
    public InMemoryOrderRepository() {}

    @Override
    public List<AddOutcome> addAll(List<OrderAddition> batch) {
        return written(() -> {
            requireAtMost("batch", batch.size(), MAX_BATCH);
            return writes.addAll(batch);
        });
    }

    @Override
    public IntentOutcome intend(ConditionalInsert request) {
        return written(() -> writes.intend(request));
    }

    @Override
    public IntentOutcome intendAgain(Order seen, ConditionalInsert request, Instant at) {
        return written(() -> writes.intendAgain(seen, request, at));
    }

    @Override
    public UpdateOutcome release(ConditionalRelease release) {
        return written(() -> writes.update(release.update(exposures.whole(release.intent()))));
    }

    @Override
    public UpdateOutcome update(OrderUpdate update) {
        return written(() -> writes.update(update));
    }

    @Override
    public List<UpdateOutcome> updateAll(List<OrderUpdate> updates, BatchMode mode) {
        return written(() -> {
            requireAtMost("batch", updates.size(), MAX_BATCH);
            return switch (mode) {
                case EACH_FOR_ITSELF -> updates.stream().map(writes::update).toList();
                case ALL_OR_NOTHING -> writes.updateAllOrNothing(updates);
            };
        });
    }

    @Override
    public List<UpdateOutcome> updateAll(List<Fill> executions, List<OrderUpdate> updates) {
        return written(() -> {
            requireAtMost("executions", executions.size(), MAX_EXECUTIONS);
            requireAtMost("updates", updates.size(), MAX_EXECUTIONS);
            fills.addAll(executions);
            return updates.stream().map(writes::update).toList();
        });
    }

    /** Returns the executions, which are kept with the orders. */
    public InMemoryFills fills() {
        return fills;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return read(() -> orders.find(id));
    }

    @Override
    public Optional<Order> byIdempotencyKey(IdempotencyKey key) {
        return read(() -> orders.find(key));
    }

    @Override
    public Optional<Order> byClientOrderId(ClientOrderId id) {
        return read(() -> orders.find(id));
    }

    @Override
    public Optional<Order> byBrokerOrderId(BrokerOrderId id) {
        return read(() -> orders.find(id));
    }

    @Override
    public List<Order> legs(OrderId parent) {
        return read(() -> orders.matching(order -> parent.equals(order.parent())));
    }

    @Override
    public List<Order> replacements(OrderId replaced) {
        return read(() -> orders.matching(order -> replaced.equals(order.replaces())));
    }

    @Override
    public List<Order> search(OrderQuery query) {
        return read(() -> orders.search(query));
    }

    @Override
    public Holdings holdings() {
        return read(() -> Holdings.NONE.plus(orders.all().values()).adjusted(adjustments.all()));
    }

    @Override
    public List<OrderEvent> history(OrderId id) {
        return read(() -> events.history(id));
    }

    @Override
    public Adjustments adjustments() {
        return adjustments;
    }

    @Override
    public ExternalCancels externalCancels() {
        return externalCancels;
    }

    @Override
    public RiskControl riskControl() {
        return this;
    }

    @Override
    public RiskRules rules() {
        return locked(ruleBook::rules);
    }

    @Override
    public RiskRules change(RiskChange change) {
        return locked(() -> ruleBook.change(change));
    }

    @Override
    public List<RiskChange> changes(int limit) {
        return locked(() -> ruleBook.changes(limit));
    }

    @Override
    public List<RiskChange> changes(Instant before, int limit) {
        return locked(() -> ruleBook.changes(before, limit));
    }

    @Override
    public Exposure exposure(ConditionalInsert request) {
        return locked(() -> exposures.of(request));
    }

    @Override
    public long last() {
        return locked(events::last);
    }

    @Override
    public List<Change> after(long seq, int limit) {
        return locked(() -> events.changes(seq, limit));
    }

    @Override
    public List<Step> eventsAfter(long seq, int limit) {
        return locked(() -> events.steps(seq, limit));
    }

    @Override
    public Optional<OrderEvent> event(OrderId id, long version) {
        return history(id).stream().filter(event -> event.version() == version).findFirst();
    }

    @Override
    public Stretch before(long seq, @Nullable Symbol symbol, int limit) {
        return locked(() -> events.before(seq, symbol, limit));
    }

    @Override
    public Map<OrderStatus, Long> counts() {
        return locked(orders::counts);
    }

    private <T> T read(Supplier<T> part) {
        return locked(() -> {
            InsideWrite.refuse("the repository was read");
            return part.get();
        });
    }

    private <T> T written(Supplier<T> part) {
        return locked(() -> {
            InsideWrite.refuse("the repository was written to");
            return part.get();
        });
    }

    private <T> T locked(Supplier<T> part) {
        try (WriteLock.Held _ = lock.held()) {
            return part.get();
        }
    }

    private static void requireAtMost(String what, int size, int most) {
        if (size > most) {
            throw new InvalidValueException(what, size, "at most " + most);
        }
    }
}

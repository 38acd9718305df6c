package dev.lockstep.domain.memory;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.NewOrder;
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
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
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
    private final NavigableMap<OrderId, Order> orders = new TreeMap<>();
    private final Map<IdempotencyKey, OrderId> byKey = new HashMap<>();
    private final Map<ClientOrderId, OrderId> byClientId = new HashMap<>();
    private final Map<BrokerOrderId, OrderId> byBrokerId = new HashMap<>();
    private final Map<OrderId, List<OrderEvent>> events = new HashMap<>();
    private final List<OrderEvent> eventsInAll = new ArrayList<>();
    private final Map<Symbol, Long> holdingVersions = new HashMap<>();
    private final InMemoryAdjustments adjustments = new InMemoryAdjustments();
    private final InMemoryExternalCancels externalCancels = new InMemoryExternalCancels();
    private final StrategyTrades trades = new StrategyTrades();
    private final List<RiskChange> changes = new ArrayList<>();
    private RiskRules rules = RiskRules.NONE;

    /** An empty repository. */
    public InMemoryOrderRepository() {}

    @Override
    public List<AddOutcome> addAll(List<OrderAddition> batch) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("written to");
            requireBatch(batch.size());
            requireDistinctIds(batch);
            batch.forEach(added -> requireNewIds(added.order()));
            return batch.stream().map(added -> addNew(added.order(), added.evidence())).toList();
        }
    }

    @Override
    public RiskControl riskControl() {
        return this;
    }

    @Override
    public IntentOutcome intend(ConditionalInsert request) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("written to");
            Order intent = request.intent();
            OrderId existing = byKey.get(intent.idempotencyKey());
            if (existing != null) {
                return new IntentOutcome.AlreadyThere(stored(existing));
            }
            requireNewIds(intent);
            Exposure exposure = exposure(request);
            return switch (InsideWrite.run(() -> request.gate().apply(exposure))) {
                case Verdict.Approved _ -> {
                    addNew(intent, request.evidence());
                    yield new IntentOutcome.Stored(intent);
                }
                case Verdict.Denied(List<Denial> denials) -> {
                    Order denied = intent.denied(Denial.text(denials));
                    addNew(denied, Evidence.local(denied.state().text()));
                    yield new IntentOutcome.Denied(denied, denials);
                }
                case Verdict.Undecided undecided -> new IntentOutcome.Undecided(undecided);
            };
        }
    }

    @Override
    public UpdateOutcome release(ConditionalRelease release) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("written to");
            return update(release.update(whole(release.intent())));
        }
    }

    @Override
    public IntentOutcome intendAgain(Order seen, ConditionalInsert request, Instant at) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("written to");
            Order stored = stored(seen.id());
            if (stored.version() != seen.version() || !stored.mayBeTriedAgain()) {
                return new IntentOutcome.AlreadyThere(stored);
            }
            Exposure exposure = exposure(request);
            return switch (InsideWrite.run(() -> request.gate().apply(exposure))) {
                case Verdict.Approved _ -> {
                    Order next = stored.apply(new ExecutionReport.TriedAgain(), at);
                    store(next, request.evidence());
                    yield new IntentOutcome.Stored(next);
                }
                case Verdict.Denied(List<Denial> denials) ->
                        new IntentOutcome.Denied(stored, denials);
                case Verdict.Undecided undecided -> new IntentOutcome.Undecided(undecided);
            };
        }
    }

    @Override
    public RiskRules rules() {
        try (WriteLock.Held _ = lock.held()) {
            return rules;
        }
    }

    @Override
    public RiskRules change(RiskChange change) {
        try (WriteLock.Held _ = lock.held()) {
            RiskRules before = rules;
            rules = change.appliedTo(before);
            if (!rules.equals(before)) {
                changes.addFirst(change);
            }
            return rules;
        }
    }

    @Override
    public List<RiskChange> changes(int limit) {
        try (WriteLock.Held _ = lock.held()) {
            if (limit < 1 || limit > MAX_CHANGES) {
                throw new InvalidValueException("limit", limit, "1 to " + MAX_CHANGES);
            }
            return changes.stream().limit(limit).toList();
        }
    }

    @Override
    public List<RiskChange> changes(Instant before, int limit) {
        try (WriteLock.Held _ = lock.held()) {
            if (limit < 1 || limit > MAX_CHANGES) {
                throw new InvalidValueException("limit", limit, "1 to " + MAX_CHANGES);
            }
            List<RiskChange> all =
                    changes.stream()
                            .filter(change -> change.at().isBefore(before))
                            .sorted(Comparator.comparing(RiskChange::at).reversed())
                            .toList();
            return all.size() <= limit
                    ? all
                    : all.stream()
                            .filter(change -> !change.at().isBefore(all.get(limit - 1).at()))
                            .toList();
        }
    }

    @Override
    public List<UpdateOutcome> updateAll(List<OrderUpdate> updates, BatchMode mode) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("written to");
            requireBatch(updates.size());
            return switch (mode) {
                case EACH_FOR_ITSELF -> updates.stream().map(this::update).toList();
                case ALL_OR_NOTHING -> allOrNothing(updates);
            };
        }
    }

    @Override
    public UpdateOutcome update(OrderUpdate update) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("written to");
            Order before = orders.get(update.id());
            if (before == null) {
                return new UpdateOutcome.NotFound(update.id());
            }
            UpdateOutcome outcome = outcome(before, update);
            if (outcome instanceof UpdateOutcome.Updated updated) {
                store(updated.after(), update.evidence());
            }
            return outcome;
        }
    }

    @Override
    public Optional<Order> find(OrderId id) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("read");
            return Optional.ofNullable(orders.get(id));
        }
    }

    @Override
    public Optional<Order> byIdempotencyKey(IdempotencyKey key) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("read");
            return Optional.ofNullable(byKey.get(key)).map(orders::get);
        }
    }

    @Override
    public Optional<Order> byClientOrderId(ClientOrderId id) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("read");
            return Optional.ofNullable(byClientId.get(id)).map(orders::get);
        }
    }

    @Override
    public Optional<Order> byBrokerOrderId(BrokerOrderId id) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("read");
            return Optional.ofNullable(byBrokerId.get(id)).map(orders::get);
        }
    }

    @Override
    public List<Order> legs(OrderId parent) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("read");
            return orders.values().stream().filter(order -> parent.equals(order.parent())).toList();
        }
    }

    @Override
    public List<Order> replacements(OrderId replaced) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("read");
            return orders.values().stream()
                    .filter(order -> replaced.equals(order.replaces()))
                    .toList();
        }
    }

    @Override
    public Holdings holdings() {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("read");
            return Holdings.NONE.plus(orders.values()).adjusted(adjustments.all());
        }
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
    public List<Order> search(OrderQuery query) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("read");
            return inDirection(query).values().stream()
                    .filter(query::takes)
                    .limit(query.limit())
                    .toList();
        }
    }

    @Override
    public List<OrderEvent> history(OrderId id) {
        try (WriteLock.Held _ = lock.held()) {
            refuseInsideWrite("read");
            return List.copyOf(events.getOrDefault(id, List.of()));
        }
    }

    @Override
    public long last() {
        try (WriteLock.Held _ = lock.held()) {
            return eventsInAll.size();
        }
    }

    @Override
    public List<Step> eventsAfter(long seq, int limit) {
        try (WriteLock.Held _ = lock.held()) {
            requireEvents(limit);
            long from = Math.max(seq, 0);
            return LongStream.rangeClosed(from + 1, Math.min(eventsInAll.size(), from + limit))
                    .mapToObj(place -> new Step(place, event(place)))
                    .toList();
        }
    }

    @Override
    public Optional<OrderEvent> event(OrderId id, long version) {
        return history(id).stream().filter(event -> event.version() == version).findFirst();
    }

    @Override
    public List<Change> after(long seq, int limit) {
        try (WriteLock.Held _ = lock.held()) {
            requireEvents(limit);
            SequencedMap<OrderId, Change> byOrder = new LinkedHashMap<>();
            long end = Math.min(eventsInAll.size(), Math.max(seq, 0) + limit);
            for (long place = Math.max(seq, 0) + 1; place <= end; place++) {
                OrderId id = event(place).orderId();
                byOrder.putLast(id, new Change(place, stored(id)));
            }
            return List.copyOf(byOrder.values());
        }
    }

    @Override
    public Stretch before(long seq, @Nullable Symbol symbol, int limit) {
        try (WriteLock.Held _ = lock.held()) {
            requireEvents(limit);
            long end = Math.min(seq, last() + 1);
            long first = Math.max(end - MAX_LOOKED_AT, 1);
            List<Happening> happenings = new ArrayList<>();
            for (long place = end - 1; place >= first && happenings.size() < limit; place--) {
                OrderEvent event = event(place);
                NewOrder terms = stored(event.orderId()).terms();
                if (symbol == null || symbol.equals(terms.symbol())) {
                    happenings.add(
                            new Happening(
                                    place,
                                    event.at(),
                                    event.orderId(),
                                    terms.symbol(),
                                    terms.side(),
                                    event.state().status(),
                                    event.state().cumQty(),
                                    event.evidence().source(),
                                    event.evidence().summary()));
                }
            }
            return Stretch.of(happenings, limit, first);
        }
    }

    private OrderEvent event(long place) {
        return eventsInAll.get(Math.toIntExact(place - 1));
    }

    private static void requireEvents(int limit) {
        if (limit < 1 || limit > MAX_EVENTS) {
            throw new InvalidValueException("limit", limit, "1 to " + MAX_EVENTS);
        }
    }

    @Override
    public Map<OrderStatus, Long> counts() {
        try (WriteLock.Held _ = lock.held()) {
            Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
            orders.values().forEach(order -> counts.merge(order.status(), 1L, Long::sum));
            return counts;
        }
    }

    private NavigableMap<OrderId, Order> inDirection(OrderQuery query) {
        OrderId after = query.after();
        return switch (query.direction()) {
            case OLDEST_FIRST -> after == null ? orders : orders.tailMap(after, false);
            case NEWEST_FIRST ->
                    (after == null ? orders : orders.headMap(after, false)).descendingMap();
        };
    }

    private AddOutcome addNew(Order order, Evidence evidence) {
        OrderId existing = byKey.get(order.idempotencyKey());
        if (existing != null) {
            return new AddOutcome.AlreadyThere(stored(existing));
        }
        byKey.put(order.idempotencyKey(), order.id());
        byClientId.put(order.clientOrderId(), order.id());
        store(order, evidence);
        return new AddOutcome.Added(order);
    }

    private Order stored(OrderId id) {
        Order order = orders.get(id);
        if (order == null) {
            throw new IllegalStateException("indexed order " + id + " is not stored");
        }
        return order;
    }

    @Override
    public Exposure exposure(ConditionalInsert request) {
        try (WriteLock.Held _ = lock.held()) {
            RiskRules applying = rules.applyingTo(request.intent().terms().strategy());
            return applying.none() && !hangs(request) ? Exposure.under(applying) : whole(request);
        }
    }

    private static boolean hangs(ConditionalInsert request) {
        return request.intent().status() == OrderStatus.WAITING;
    }

    private Exposure whole(ConditionalInsert request) {
        Symbol symbol = request.intent().terms().symbol();
        long version = holdingVersions.getOrDefault(symbol, 0L) + adjustments.changesOf(symbol);
        return new BookExposure(orders, adjustments.all(), trades, request)
                .under(
                        rules.applyingTo(request.intent().terms().strategy()),
                        version,
                        bookVersion());
    }

    private long bookVersion() {
        return holdingVersions.values().stream().reduce(0L, Long::sum) + adjustments.all().size();
    }

    private void store(Order order, Evidence evidence) {
        Order before = orders.put(order.id(), order);
        Quantity traded = before == null ? Quantity.ZERO : before.cumQty();
        if (!order.cumQty().equals(traded)) {
            holdingVersions.merge(order.terms().symbol(), 1L, Long::sum);
        }
        trades.stored(before, order, orders, adjustments.all());
        BrokerOrderId brokerOrderId = order.brokerOrderId();
        if (brokerOrderId != null) {
            byBrokerId.put(brokerOrderId, order.id());
        }
        OrderEvent event = OrderEvent.of(order, evidence);
        events.computeIfAbsent(order.id(), _ -> new ArrayList<>()).add(event);
        eventsInAll.add(event);
    }

    private UpdateOutcome outcome(Order before, OrderUpdate update) {
        Order after;
        try {
            after = InsideWrite.run(() -> update.change().apply(before));
        } catch (RuntimeException refused) {
            return new UpdateOutcome.Refused(before.id(), String.valueOf(refused.getMessage()));
        }
        if (after.equals(before)) {
            return new UpdateOutcome.Unchanged(before);
        }
        if (!after.id().equals(before.id()) || after.version() != before.version() + 1) {
            return new UpdateOutcome.Refused(
                    before.id(),
                    "version: " + after.version() + " (expected: " + (before.version() + 1) + ")");
        }
        if (!after.sameButForState(before)) {
            return new UpdateOutcome.Refused(
                    before.id(), "terms: changed (expected: only the state of an order changes)");
        }
        OrderId holder = byBrokerId.getOrDefault(after.brokerOrderId(), before.id());
        return holder.equals(before.id())
                ? new UpdateOutcome.Updated(before, after)
                : new UpdateOutcome.Refused(
                        before.id(),
                        "brokerOrderId: " + after.brokerOrderId() + " belongs to order " + holder);
    }

    private List<UpdateOutcome> allOrNothing(List<OrderUpdate> updates) {
        InMemoryOrderRepository trial = new InMemoryOrderRepository();
        trial.orders.putAll(orders);
        trial.byBrokerId.putAll(byBrokerId);
        List<UpdateOutcome> outcomes = updates.stream().map(trial::update).toList();
        if (outcomes.stream().allMatch(InMemoryOrderRepository::made)) {
            return updates.stream().map(this::update).toList();
        }
        return outcomes.stream()
                .map(outcome ->
                        outcome instanceof UpdateOutcome.Updated updated
                                ? new UpdateOutcome.RolledBack(updated.after().id())
                                : outcome)
                .toList();
    }

    private static boolean made(UpdateOutcome outcome) {
        return outcome instanceof UpdateOutcome.Updated
                || outcome instanceof UpdateOutcome.Unchanged;
    }

    private void requireNewIds(Order order) {
        if (order.version() != 1) {
            throw new InvalidValueException("version", order.version(), "1 for a new order");
        }
        boolean keyKnown = byKey.containsKey(order.idempotencyKey());
        if (!keyKnown
                && (orders.containsKey(order.id())
                        || byClientId.containsKey(order.clientOrderId())
                        || byBrokerId.containsKey(order.brokerOrderId()))) {
            throw new InvalidValueException("orderId", order.id(), "an id not used before");
        }
    }

    /** Orders under one key are one order, of which the first is stored. */
    private static void requireDistinctIds(List<OrderAddition> batch) {
        Set<IdempotencyKey> keys = new HashSet<>();
        Set<Object> ids = new HashSet<>();
        for (OrderAddition added : batch) {
            Order order = added.order();
            if (keys.add(order.idempotencyKey())
                    && !(ids.add(order.id())
                            && ids.add(order.clientOrderId())
                            && (order.brokerOrderId() == null || ids.add(order.brokerOrderId())))) {
                throw new InvalidValueException("orderId", order.id(), "an id not used before");
            }
        }
    }

    private static void refuseInsideWrite(String what) {
        InsideWrite.refuse("the repository was " + what);
    }

    private static void requireBatch(int size) {
        if (size > MAX_BATCH) {
            throw new InvalidValueException("batch", size, "at most " + MAX_BATCH);
        }
    }
}

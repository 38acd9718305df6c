package dev.lockstep.persistence.sql.order;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
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
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.sql.adjustment.SqlAdjustments;
import dev.lockstep.persistence.sql.external.SqlExternalCancels;
import dev.lockstep.persistence.sql.fault.StoreFaults;
import dev.lockstep.persistence.sql.read.InsideRead;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.read.Reading;
import dev.lockstep.persistence.sql.read.SeveralReads;
import dev.lockstep.persistence.sql.risk.SqlRiskControl;
import dev.lockstep.persistence.sql.rows.HoldingTable;
import dev.lockstep.persistence.sql.rows.OrderPages;
import dev.lockstep.persistence.sql.rows.OrderTable;
import dev.lockstep.persistence.sql.write.AddOrders;
import dev.lockstep.persistence.sql.write.Fenced;
import dev.lockstep.persistence.sql.write.IntendAgain;
import dev.lockstep.persistence.sql.write.IntendOrder;
import dev.lockstep.persistence.sql.write.KeepHoldings;
import dev.lockstep.persistence.sql.write.RecordExecutions;
import dev.lockstep.persistence.sql.write.ReleaseOrder;
import dev.lockstep.persistence.sql.write.UpdateOrders;
import dev.lockstep.persistence.sql.write.WriteUnit;
import dev.lockstep.persistence.sql.write.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SQL implementation of {@link OrderRepository}: writes use the single writer, reads use the reader
 * pool.
 */
public final class SqlOrderRepository implements OrderRepository {
    /** Maximum number of updates per commit; a larger batch is split. */
    public static final int MAX_UPDATES_PER_COMMIT = 2_000;

    private final Writer writer;
    private final Readers readers;
    private final StoreFaults faults;
    private final RiskControl riskControl;
    private final @Nullable Lease held;
    private final Adjustments adjustments;
    private final ExternalCancels externalCancels;

    /** Creates a repository without fencing. */
    public SqlOrderRepository(Writer writer, Readers readers, StoreFaults faults) {
        this(writer, readers, faults, null);
    }

    /** Creates a repository that writes only while {@code held} is the current lease. */
    public SqlOrderRepository(
            Writer writer, Readers readers, StoreFaults faults, @Nullable Lease held) {
        this.writer = writer;
        this.readers = readers;
        this.faults = faults;
        this.riskControl = new SqlRiskControl(writer, readers);
        this.held = held;
        this.adjustments = new SqlAdjustments(writer, readers, held);
        this.externalCancels = new SqlExternalCancels(writer, readers, held);
    }

    @Override
    public List<AddOutcome> addAll(List<OrderAddition> additions) {
        requireAtMost("batch", additions.size(), MAX_BATCH);
        List<Order> orders = additions.stream().map(OrderAddition::order).toList();
        for (Order order : orders) {
            if (order.version() != 1) {
                throw new InvalidValueException("version", order.version(), "1 for a new order");
            }
        }
        if (orders.stream().anyMatch(order -> order.status() == OrderStatus.PENDING_SUBMIT)) {
            faults.requireNone();
        }
        return additions.isEmpty() ? List.of() : write(new AddOrders(additions));
    }

    @Override
    public IntentOutcome intend(ConditionalInsert intent) {
        faults.requireNone();
        return write(new IntendOrder(intent));
    }

    @Override
    public UpdateOutcome release(ConditionalRelease release) {
        faults.requireNone();
        return write(new ReleaseOrder(release));
    }

    @Override
    public IntentOutcome intendAgain(Order seen, ConditionalInsert gated, Instant at) {
        faults.requireNone();
        return write(new IntendAgain(seen, gated, at));
    }

    @Override
    public List<UpdateOutcome> updateAll(List<OrderUpdate> updates, BatchMode mode) {
        requireAtMost("batch", updates.size(), MAX_BATCH);
        if (updates.isEmpty()) {
            return List.of();
        }
        return switch (mode) {
            case EACH_FOR_ITSELF -> inSteps(updates);
            case ALL_OR_NOTHING -> write(new UpdateOrders(updates, mode));
        };
    }

    @Override
    public List<UpdateOutcome> updateAll(List<Fill> executions, List<OrderUpdate> updates) {
        requireAtMost("executions", executions.size(), MAX_EXECUTIONS);
        requireAtMost("updates", updates.size(), MAX_EXECUTIONS);
        return executions.isEmpty() && updates.isEmpty()
                ? List.of()
                : write(new RecordExecutions(executions, updates));
    }

    @Override
    public RiskControl riskControl() {
        return riskControl;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return read(session -> new OrderTable(session).byId(id));
    }

    @Override
    public Optional<Order> byIdempotencyKey(IdempotencyKey key) {
        return read(session -> new OrderTable(session).byIdempotencyKey(key));
    }

    @Override
    public Optional<Order> byClientOrderId(ClientOrderId id) {
        return read(session -> new OrderTable(session).byClientOrderId(id));
    }

    @Override
    public Optional<Order> byBrokerOrderId(BrokerOrderId id) {
        return read(session -> new OrderTable(session).byBrokerOrderId(id));
    }

    @Override
    public Map<BrokerOrderId, Order> byBrokerOrderIds(Set<BrokerOrderId> ids) {
        return SeveralReads.of(
                ids, some -> read(session -> new OrderTable(session).byBrokerOrderIds(some)));
    }

    @Override
    public List<Order> legs(OrderId parent) {
        return read(session -> new OrderTable(session).legs(parent));
    }

    @Override
    public List<Order> replacements(OrderId replaced) {
        return read(session -> new OrderTable(session).replacements(replaced));
    }

    @Override
    public Holdings holdings() {
        if (!read(session -> new HoldingTable(session).unknown()).isEmpty()) {
            write(new KeepHoldings());
        }
        SortedMap<Symbol, NetQuantity> held = new TreeMap<>();
        for (HoldingTable.Holding holding : read(session -> new HoldingTable(session).all())) {
            if (!holding.netQty().flat()) {
                held.put(holding.symbol(), holding.netQty());
            }
        }
        return new Holdings(held);
    }

    @Override
    public ExternalCancels externalCancels() {
        return externalCancels;
    }

    @Override
    public Adjustments adjustments() {
        return adjustments;
    }

    @Override
    public List<Order> search(OrderQuery query) {
        return read(session -> new OrderPages(session).page(query));
    }

    @Override
    public List<OrderEvent> history(OrderId id) {
        return read(session -> new OrderTable(session).history(id));
    }

    /**
     * Stores a large batch in several commits. If a commit fails after earlier ones succeeded,
     * reports the remaining updates as refused instead of throwing, because an exception means that
     * nothing is stored.
     */
    private List<UpdateOutcome> inSteps(List<OrderUpdate> updates) {
        List<UpdateOutcome> outcomes = new ArrayList<>(updates.size());
        for (int from = 0; from < updates.size(); from += MAX_UPDATES_PER_COMMIT) {
            int to = Math.min(updates.size(), from + MAX_UPDATES_PER_COMMIT);
            List<OrderUpdate> step = updates.subList(from, to);
            try {
                outcomes.addAll(write(new UpdateOrders(step, BatchMode.EACH_FOR_ITSELF)));
            } catch (RepositoryException failure) {
                if (from == 0) {
                    throw failure;
                }
                refuse(updates.subList(from, updates.size()), failure, outcomes);
                return outcomes;
            }
        }
        return outcomes;
    }

    private static void refuse(
            List<OrderUpdate> rest, RepositoryException failure, List<UpdateOutcome> outcomes) {
        String text = failure.reason() + ": " + failure.getMessage();
        rest.forEach(update -> outcomes.add(new UpdateOutcome.Refused(update.id(), text)));
    }

    private <T> T write(WriteUnit<T> unit) {
        InsideWrite.refuse("the repository was written to");
        InsideRead.refuse("the repository was written to");
        return writer.write(held == null ? unit : new Fenced<>(unit, held));
    }

    private <T> T read(Reading<T> reading) {
        InsideWrite.refuse("the repository was read");
        return readers.read(reading);
    }

    private static void requireAtMost(String what, int size, int most) {
        if (size > most) {
            throw new InvalidValueException(what, size, "at most " + most);
        }
    }
}

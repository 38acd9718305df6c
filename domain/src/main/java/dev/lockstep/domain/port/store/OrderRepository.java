package dev.lockstep.domain.port.store;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.position.Holdings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one place where orders live.
 *
 * <p>Implementations are safe for use by several threads. A call that returns has stored what it
 * says; a call that throws has stored nothing, unless the reason is {@link
 * RepositoryException.Reason#COMMIT_UNKNOWN}. Each version of an order and the {@link OrderEvent}
 * that explains it are stored together or not at all. Orders are changed only from what is stored
 * ({@link OrderUpdate}), so a save of an older copy cannot exist.
 *
 * <p>Every method throws {@link RepositoryException}, and nothing else, when the store fails.
 */
public interface OrderRepository {
    /** The most orders or updates in one call. */
    int MAX_BATCH = 10_000;

    /** The most executions, and the most updates, in one write with executions. */
    int MAX_EXECUTIONS = 1_000;

    /**
     * Stores new orders durably, all in one write: when this returns they survive a crash of the
     * process and of the machine.
     *
     * @param additions orders of version 1, intents or orders seen for the first time, at most
     *     {@link #MAX_BATCH}
     * @return one outcome for each order, in the same order
     * @throws dev.lockstep.domain.value.InvalidValueException if one of them carries an id of
     *     another order, ours, the client's or the broker's; none is stored then
     */
    List<AddOutcome> addAll(List<OrderAddition> additions);

    /**
     * Stores new orders on the same evidence; see {@link #addAll(List)}.
     *
     * @param orders the orders
     * @param evidence what their first events say
     */
    default List<AddOutcome> addAll(List<Order> orders, Evidence evidence) {
        return addAll(orders.stream().map(order -> new OrderAddition(order, evidence)).toList());
    }

    /** Stores one new order durably; see {@link #addAll(List)}. */
    default AddOutcome add(Order order, Evidence evidence) {
        return addAll(List.of(order), evidence).getFirst();
    }

    /**
     * Stores an order that is meant to be sent, if its gate approves of it: the gate sees the book
     * under the write lock, so that of two threads or processes only one can use the last room. An
     * order that is denied is stored as DENIED in the same write; one that is undecided is not
     * stored.
     */
    IntentOutcome intend(ConditionalInsert intent);

    /**
     * Marks an order that waits here as about to be sent, if its gate approves of it: the gate sees
     * the other orders under the write lock, so that of two threads or processes only one can use
     * the last shares of a position.
     *
     * @return the order about to be sent; unchanged where the gate refused it, or where it was not
     *     any more as it was seen
     */
    UpdateOutcome release(ConditionalRelease release);

    /**
     * Makes an order that {@linkplain Order#mayBeTriedAgain may be tried again} an intent, if its
     * gate approves, as {@link #intend} does with a new one. An order that is denied again is
     * unchanged, and so is one that has changed since it was read.
     *
     * @param seen the order
     * @param request an intent of the same id and terms, with its gate
     * @param at when
     */
    IntentOutcome intendAgain(Order seen, ConditionalInsert request, Instant at);

    /**
     * Changes many orders in as few writes as the store's bounds allow; unchanged ones write
     * nothing.
     *
     * <p>Two updates of one order in a batch are made one after the other. In mode {@link
     * BatchMode#EACH_FOR_ITSELF} an update that cannot be made leaves the others alone; a large
     * batch may be stored in several steps, in order. In mode {@link BatchMode#ALL_OR_NOTHING} it
     * is one step.
     *
     * @param updates at most {@link #MAX_BATCH}
     * @param mode what one failure means for the others
     * @return one outcome for each update, in the same order
     */
    List<UpdateOutcome> updateAll(List<OrderUpdate> updates, BatchMode mode);

    /** Changes one order; see {@link #updateAll}. */
    default UpdateOutcome update(OrderUpdate update) {
        return updateAll(List.of(update), BatchMode.EACH_FOR_ITSELF).getFirst();
    }

    /**
     * Keeps executions and changes orders in one write, so that a reader sees an execution and what
     * it made of its order at the same time. An execution is kept whatever becomes of the updates,
     * also one of an order that is not stored here; one that is known stays as it was first
     * reported (see {@link Fills}). Each update is independent, as in mode {@link
     * BatchMode#EACH_FOR_ITSELF}.
     *
     * @param executions at most {@link #MAX_EXECUTIONS}
     * @param updates at most {@link #MAX_EXECUTIONS}
     * @return one outcome for each update, in the same order
     */
    List<UpdateOutcome> updateAll(List<Fill> executions, List<OrderUpdate> updates);

    /** Returns the limits and restrictions that its orders obey; they live in the same store. */
    RiskControl riskControl();

    /** Returns the order of this id. */
    Optional<Order> find(OrderId id);

    /** Returns the order of this idempotency key. */
    Optional<Order> byIdempotencyKey(IdempotencyKey key);

    /** Returns the order that was sent under this id. */
    Optional<Order> byClientOrderId(ClientOrderId id);

    /** Returns the order that the broker knows by this id. */
    Optional<Order> byBrokerOrderId(BrokerOrderId id);

    /** Returns the same for several ids; those that no order has are left out. */
    default Map<BrokerOrderId, Order> byBrokerOrderIds(Set<BrokerOrderId> ids) {
        Map<BrokerOrderId, Order> orders = new HashMap<>();
        ids.forEach(id -> byBrokerOrderId(id).ifPresent(order -> orders.put(id, order)));
        return orders;
    }

    /** Returns the children of an order, oldest first; empty if there are none. */
    List<Order> legs(OrderId parent);

    /**
     * Returns the orders that took the place of this one, or were to, oldest first; empty where
     * none was.
     */
    List<Order> replacements(OrderId replaced);

    /**
     * Returns the positions: the sums of the fills of all orders and of all adjustments. They are
     * maintained with each write after the first call, so the cost does not depend on the number of
     * orders.
     */
    Holdings holdings();

    /** Returns the adjustments, which are stored with the orders. */
    Adjustments adjustments();

    /** Returns the requested cancels of external orders. */
    ExternalCancels externalCancels();

    /** Returns one page of orders. */
    List<Order> search(OrderQuery query);

    /** Returns the history of an order, first event first; empty where there is no such order. */
    List<OrderEvent> history(OrderId id);
}

package dev.lockstep.domain.order;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.BrokerOrderIdConflictException;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order at one moment; immutable. {@link #apply} makes the next version.
 *
 * @param id its id
 * @param clientOrderId the id under which it is sent
 * @param idempotencyKey the key under which there is this one order
 * @param purpose why it exists
 * @param parent the order it depends on, null for an order of its own
 * @param replaces the order that it replaces, null if none; the broker counts the fills of that one
 *     into this one
 * @param terms its terms, at the quantity and prices at which the broker works it now
 * @param state its state
 * @param createdAt when the intent was created
 * @param updatedAt when this version was created
 * @param version 1 for the intent, one more with each change
 */
public record Order(
        OrderId id,
        ClientOrderId clientOrderId,
        IdempotencyKey idempotencyKey,
        OrderPurpose purpose,
        @Nullable OrderId parent,
        @Nullable OrderId replaces,
        NewOrder terms,
        OrderState state,
        Instant createdAt,
        Instant updatedAt,
        long version) {
    private static final OrderPurpose REQUESTED = new OrderPurpose.Requested();

    public Order {
        if (version < 1) {
            throw new InvalidValueException("version", version, ">= 1");
        }
        WorkingTerms working = state.working();
        terms = working == null ? terms : working.in(terms);
    }

    /** Returns an order that is meant to be sent, as it is stored before it is. */
    public static Order intent(
            OrderId id,
            ClientOrderId clientOrderId,
            IdempotencyKey idempotencyKey,
            NewOrder terms,
            Instant at) {
        OrderState state = OrderState.fresh(OrderStatus.PENDING_SUBMIT, "");
        return new Order(
                id, clientOrderId, idempotencyKey, REQUESTED, null, null, terms, state, at, at, 1);
    }

    /**
     * Creates the replacement of an order, as it is stored before anything is sent. It has the same
     * parent as the replaced order.
     *
     * @param id its id
     * @param clientOrderId the id under which it is sent
     * @param idempotencyKey the key under which there is this one order
     * @param replaced the order to replace
     * @param terms its terms, with the total quantity of both
     * @param at when the intent was created
     */
    public static Order replacement(
            OrderId id,
            ClientOrderId clientOrderId,
            IdempotencyKey idempotencyKey,
            Order replaced,
            NewOrder terms,
            Instant at) {
        OrderState state = OrderState.fresh(OrderStatus.PENDING_SUBMIT, "");
        return new Order(
                id,
                clientOrderId,
                idempotencyKey,
                REQUESTED,
                replaced.parent(),
                replaced.id(),
                terms,
                state,
                at,
                at,
                1);
    }

    /**
     * Returns a caller's order that waits locally until it may be sent.
     *
     * @param id our name of it
     * @param clientOrderId the name it will be sent under
     * @param idempotencyKey the key under which there is this one order
     * @param parent the order it depends on
     * @param terms what is to be traded
     * @param at when it was requested
     */
    public static Order waiting(
            OrderId id,
            ClientOrderId clientOrderId,
            IdempotencyKey idempotencyKey,
            @Nullable OrderId parent,
            NewOrder terms,
            Instant at) {
        return waiting(id, clientOrderId, idempotencyKey, REQUESTED, parent, terms, "", at);
    }

    /**
     * Returns an order that waits locally until it may be sent.
     *
     * @param id our name of it
     * @param clientOrderId the name it will be sent under
     * @param idempotencyKey the key under which there is this one order
     * @param purpose why it exists
     * @param parent the order it depends on, null if it waits for something else
     * @param terms what is to be traded
     * @param text what it waits for
     * @param at when it was requested
     */
    public static Order waiting(
            OrderId id,
            ClientOrderId clientOrderId,
            IdempotencyKey idempotencyKey,
            OrderPurpose purpose,
            @Nullable OrderId parent,
            NewOrder terms,
            String text,
            Instant at) {
        OrderState state = OrderState.fresh(OrderStatus.WAITING, text);
        return new Order(
                id, clientOrderId, idempotencyKey, purpose, parent, null, terms, state, at, at, 1);
    }

    /**
     * Creates an order that the broker created as a leg, as it is stored when it is first seen.
     *
     * @param id its id
     * @param parent its parent
     * @param terms its terms
     * @param there the order at the broker
     * @param at when it was seen
     */
    public static Order leg(
            OrderId id, Order parent, NewOrder terms, BrokerOrder there, Instant at) {
        IdempotencyKey key = new IdempotencyKey("leg " + there.brokerOrderId());
        return seen(id, key, new OrderPurpose.Leg(), parent.id(), null, terms, there, at);
    }

    /**
     * Creates an adopted external order.
     *
     * @param id its id
     * @param parent its parent, null for an order of its own
     * @param terms its terms
     * @param there the order at the broker
     * @param at when it was adopted
     */
    public static Order adopted(
            OrderId id, @Nullable OrderId parent, NewOrder terms, BrokerOrder there, Instant at) {
        IdempotencyKey key = new IdempotencyKey("adopted " + there.brokerOrderId());
        return seen(id, key, new OrderPurpose.Adopted(), parent, null, terms, there, at);
    }

    /**
     * Returns an order that took the place of one of ours and was not sent from here: it belongs to
     * the same strategy, and the broker counts what the other one traded into what it has traded.
     *
     * @param id our name of it
     * @param replaced the order whose place it took
     * @param terms what is to be traded
     * @param there the order as the broker has it
     * @param at when it became ours
     */
    public static Order successor(
            OrderId id, Order replaced, NewOrder terms, BrokerOrder there, Instant at) {
        IdempotencyKey key = new IdempotencyKey("adopted " + there.brokerOrderId());
        NewOrder ofStrategy = terms.with(replaced.terms().strategy());
        return seen(
                id,
                key,
                new OrderPurpose.Adopted(),
                replaced.parent(),
                replaced.id(),
                ofStrategy,
                there,
                at);
    }

    private static Order seen(
            OrderId id,
            IdempotencyKey key,
            OrderPurpose purpose,
            @Nullable OrderId parent,
            @Nullable OrderId replaces,
            NewOrder terms,
            BrokerOrder there,
            Instant at) {
        OrderState state =
                NextState.of(
                        terms,
                        purpose,
                        OrderState.fresh(OrderStatus.PENDING_SUBMIT, ""),
                        there.report());
        return new Order(
                id, there.clientOrderId(), key, purpose, parent, replaces, terms, state, at, at, 1);
    }

    /** Returns the same order, refused by us: it is stored for its explanation and never sent. */
    public Order denied(String text) {
        if (version != 1
                || (status() != OrderStatus.PENDING_SUBMIT && status() != OrderStatus.WAITING)) {
            throw new IllegalStateException("only a fresh intent can be denied, not " + status());
        }
        OrderState state = OrderState.fresh(OrderStatus.DENIED, text);
        return new Order(
                id,
                clientOrderId,
                idempotencyKey,
                purpose,
                parent,
                replaces,
                terms,
                state,
                createdAt,
                updatedAt,
                version);
    }

    /**
     * Returns the order after a report: the next version, or this object if the report is outdated
     * or changes nothing. Being sent again always makes a version: it is a claim that only one
     * caller can win, and the grace period starts again with it. Pure.
     *
     * @param report the event
     * @param at when it became known
     * @throws BrokerOrderIdConflictException if the report belongs to another order at the broker
     */
    public Order apply(ExecutionReport report, Instant at) {
        OrderState next = NextState.of(terms, purpose, state, report);
        boolean sentAgain = report instanceof ExecutionReport.Resent && status().unresolved();
        return next.equals(state) && !sentAgain
                ? this
                : new Order(
                        id,
                        clientOrderId,
                        idempotencyKey,
                        purpose,
                        parent,
                        replaces,
                        terms,
                        next,
                        createdAt,
                        at,
                        version + 1);
    }

    /**
     * Returns whether submitting it again under the same idempotency key makes a new attempt: we
     * refused it, or the broker never had it. It keeps its client order id, so that the broker
     * refuses the second one should a first one be there after all.
     */
    public boolean mayBeTriedAgain() {
        return state.mayBeTriedAgain();
    }

    /**
     * Returns whether only the state differs from another version; it may change quantity and
     * prices.
     */
    public boolean sameButForState(Order before) {
        return new Order(
                        before.id,
                        before.clientOrderId,
                        before.idempotencyKey,
                        before.purpose,
                        before.parent,
                        before.replaces,
                        before.terms,
                        state,
                        before.createdAt,
                        updatedAt,
                        version)
                .equals(this);
    }

    /** Returns its status. */
    public OrderStatus status() {
        return state.status();
    }

    /** Returns the broker's name of it, null until the broker has named it. */
    public @Nullable BrokerOrderId brokerOrderId() {
        return state.brokerOrderId();
    }

    /** Returns the filled quantity. */
    public Quantity cumQty() {
        return state.cumQty();
    }

    /**
     * Returns the open quantity: zero once it is closed; null for an open order by dollar amount.
     */
    public @Nullable Quantity leavesQty() {
        if (status().closed()) {
            return Quantity.ZERO;
        }
        Quantity orderQty = terms.orderQty();
        return orderQty == null ? null : orderQty.less(cumQty());
    }

    /** Returns the average price of what has traded, null while nothing has. */
    public @Nullable Price avgPx() {
        return state.avgPx();
    }
}

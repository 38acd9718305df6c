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
 * @param id our name of it
 * @param clientOrderId the name it is sent under
 * @param idempotencyKey the key under which there is this one order
 * @param purpose why it exists
 * @param parent the order it depends on, null for an order of its own
 * @param replaces the order whose place it is to take or took, null where there is none; the broker
 *     counts what that one traded into what this one has traded
 * @param terms what is to be traded, at the quantity and prices that the broker works by now
 * @param state how far it is
 * @param createdAt when the intent was made
 * @param updatedAt when this version was made
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

    /** An order that is meant to be sent, as it is stored before it is. */
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
     * An order that is meant to take the place of another one, as it is stored before anything is
     * sent. It hangs where that one hangs.
     *
     * @param id our name of it
     * @param clientOrderId the name it is sent under
     * @param idempotencyKey the wish it fulfils
     * @param replaced the order whose place it is to take
     * @param terms what is to be traded, with the quantity of both together
     * @param at when the intent was made
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
     * An order that the broker made to hang on another one, as it is stored when we first see it.
     *
     * @param id our name of it
     * @param parent the order it hangs on
     * @param terms what is to be traded
     * @param there the order as the broker has it
     * @param at when we saw it
     */
    public static Order leg(
            OrderId id, Order parent, NewOrder terms, BrokerOrder there, Instant at) {
        IdempotencyKey key = new IdempotencyKey("leg " + there.brokerOrderId());
        return seen(id, key, new OrderPurpose.Leg(), parent.id(), null, terms, there, at);
    }

    /**
     * An order that was sent elsewhere, as it is stored when somebody wants it to be ours.
     *
     * @param id our name of it
     * @param parent the order it hangs on, null for one that stands for itself
     * @param terms what is to be traded
     * @param there the order as the broker has it
     * @param at when it became ours
     */
    public static Order adopted(
            OrderId id, @Nullable OrderId parent, NewOrder terms, BrokerOrder there, Instant at) {
        IdempotencyKey key = new IdempotencyKey("adopted " + there.brokerOrderId());
        return seen(id, key, new OrderPurpose.Adopted(), parent, null, terms, there, at);
    }

    /**
     * An order that took the place of one of ours and was not sent from here: it belongs to the
     * same strategy, and the broker counts what the other one traded into what it has traded.
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
                        terms, OrderState.fresh(OrderStatus.PENDING_SUBMIT, ""), there.report());
        return new Order(
                id, there.clientOrderId(), key, purpose, parent, replaces, terms, state, at, at, 1);
    }

    /** The same order, refused by us: it is stored for its explanation and never sent. */
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
     * The order after a report: the next version, or this very object where the report is old or
     * changes nothing. Being sent again always makes a version: it is a claim that only one can
     * win, and the grace period begins anew with it. Pure.
     *
     * @param report the news
     * @param at when it became known here
     * @throws BrokerOrderIdConflictException if the report is of another order at the broker
     */
    public Order apply(ExecutionReport report, Instant at) {
        OrderState next = NextState.of(terms, state, report);
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
     * Whether submitting it again under the same idempotency key makes a new attempt: we refused
     * it, or the broker never had it. It keeps its client order id, so that the broker refuses the
     * second one should a first one be there after all.
     */
    public boolean mayBeTriedAgain() {
        return state.mayBeTriedAgain();
    }

    /** Whether only the state differs from another version; it may change quantity and prices. */
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

    /** Where it stands. */
    public OrderStatus status() {
        return state.status();
    }

    /** The broker's name of it, null until the broker has named it. */
    public @Nullable BrokerOrderId brokerOrderId() {
        return state.brokerOrderId();
    }

    /** How much has traded. */
    public Quantity cumQty() {
        return state.cumQty();
    }

    /**
     * How much may still trade: nothing once it is closed. Null for a working order by cash, which
     * ends at a sum and not at a quantity.
     */
    public @Nullable Quantity leavesQty() {
        if (status().closed()) {
            return Quantity.ZERO;
        }
        Quantity orderQty = terms.orderQty();
        return orderQty == null ? null : orderQty.less(cumQty());
    }

    /** The average price of what has traded, null while nothing has. */
    public @Nullable Price avgPx() {
        return state.avgPx();
    }
}

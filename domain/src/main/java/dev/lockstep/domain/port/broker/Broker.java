package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.venue.Venue;
import dev.lockstep.domain.position.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The broker that orders are sent to.
 *
 * <p>Implementations are thread-safe, bound every call in time, and return every failure as a value
 * of the result type; they throw only on misuse. A request that changes something is sent exactly
 * once for each call.
 *
 * <p>A broker accepts orders, cancels them and reports them. Other operations are refused unless
 * implemented, and data that it does not provide is a failed answer, never an empty one. An
 * unreadable item of a list fails neither the list nor the other items, and is never omitted.
 */
public interface Broker {
    /** The evidence of an answer for which no broker was asked. */
    Evidence NOT_ASKED = Evidence.local("not offered by this broker");

    /**
     * Sends an order under its client order id, once, if the guard permits it immediately before
     * the first byte.
     */
    SubmitAnswer submit(Order order, SendGuard guard);

    /** Requests the cancel of an order, once. */
    CancelAnswer cancel(BrokerOrderId id);

    /**
     * Requests a cancel that was requested before, once. An implementation that has few requests
     * left may hold it back in favor of others, and answers that it is unresolved.
     */
    default CancelAnswer cancelAgain(BrokerOrderId id) {
        return cancel(id);
    }

    /**
     * Returns the rules of the venue; by default none is known, and only the venue itself decides.
     */
    default Venue venue() {
        return Venue.WITHOUT_RULES;
    }

    /**
     * Returns the longest time after a guard's permission in which the request can still be
     * executed: until the connection is given up, and as long as the broker's server may work on
     * what it received.
     */
    default Duration longestSend() {
        return Duration.ofMinutes(1);
    }

    /**
     * Requests the replacement of an order, once. A missing answer is resolved by looking up the
     * new order's client order id.
     *
     * @param guard asked immediately before the first byte
     */
    default ReplaceAnswer replace(BrokerOrderId id, Replacement replacement, SendGuard guard) {
        return new ReplaceAnswer.Refused(
                RejectReason.OTHER, "this broker replaces no orders", List.of(), NOT_ASKED);
    }

    /** Requests the cancel of all open orders, once. */
    default CancelAllAnswer cancelAll() {
        return new CancelAllAnswer.Refused("this broker cancels orders one by one", NOT_ASKED);
    }

    /** Looks up an order by the broker's id, with its legs. */
    OrderLookup find(BrokerOrderId id);

    /** Looks up an order by its client order id. */
    OrderLookup find(ClientOrderId id);

    /** Returns all orders that may still trade; complete or failed. */
    FetchResult<FetchedList<BrokerOrder>> openOrders();

    /** Returns all orders, open and closed, submitted at this time or later; complete or failed. */
    FetchResult<FetchedList<BrokerOrder>> ordersSince(Instant submittedAt);

    /**
     * Returns the orders that have ended and were submitted at this time or later; complete or
     * failed. The list may contain others too: by default it contains all.
     */
    default FetchResult<FetchedList<BrokerOrder>> closedOrdersSince(Instant submittedAt) {
        return ordersSince(submittedAt);
    }

    /** Returns all positions; complete or failed. */
    default FetchResult<FetchedList<Position>> positions() {
        return notReported("positions");
    }

    /** Returns the account. */
    default FetchResult<Account> account() {
        return notReported("an account");
    }

    /** Returns the market's clock. */
    default FetchResult<MarketClock> clock() {
        return notReported("the time of its market");
    }

    private static <T> FetchResult<T> notReported(String what) {
        return new FetchResult.Failed<>(
                new BrokerFault(
                        BrokerFault.Kind.REFUSED,
                        "this broker does not provide " + what,
                        NOT_ASKED));
    }
}

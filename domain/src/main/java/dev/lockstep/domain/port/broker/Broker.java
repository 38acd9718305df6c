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
import dev.lockstep.domain.position.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The broker that orders are sent to.
 *
 * <p>Implementations are safe for use by several threads, bound every call in time, and answer
 * every failure by a value of the result type; they throw only on misuse. A request that changes
 * something goes out exactly once for each call.
 *
 * <p>A broker takes orders, cancels them and tells of them. What else a broker may not offer is
 * refused unless it is implemented, and what it does not tell is a failed answer, never an empty
 * one. An item of a list that cannot be read fails neither the list nor the other items, and is
 * never left out of it.
 */
public interface Broker {
    /** The evidence of an answer for which no broker was asked. */
    Evidence NOT_ASKED = Evidence.local("not offered by this broker");

    /**
     * Sends an order under its client order id, once, if the guard permits it immediately before
     * the first byte.
     */
    SubmitAnswer submit(Order order, SendGuard guard);

    /** Asks for a cancel, once. */
    CancelAnswer cancel(BrokerOrderId id);

    /**
     * Requests a cancel that was requested before, once. An implementation that has few requests
     * left may hold it back in favor of others, and answers that it is unresolved.
     */
    default CancelAnswer cancelAgain(BrokerOrderId id) {
        return cancel(id);
    }

    /**
     * The longest time after a guard's permission in which the request can still be executed: until
     * the connection is given up, and as long as the broker's server may work on what it received.
     */
    default Duration longestSend() {
        return Duration.ofMinutes(1);
    }

    /**
     * Asks for a new order in the place of one, once. An answer that is missing is settled by
     * looking for the new order's client order id.
     *
     * @param guard asked immediately before the first byte
     */
    default ReplaceAnswer replace(BrokerOrderId id, Replacement replacement, SendGuard guard) {
        return new ReplaceAnswer.Refused(
                RejectReason.OTHER, "this broker replaces no orders", List.of(), NOT_ASKED);
    }

    /** Asks for a cancel of all open orders, once. */
    default CancelAllAnswer cancelAll() {
        return new CancelAllAnswer.Refused("this broker cancels orders one by one", NOT_ASKED);
    }

    /** Looks for an order by the broker's name of it, with its legs. */
    OrderLookup find(BrokerOrderId id);

    /** Looks for an order by the name it was sent under. */
    OrderLookup find(ClientOrderId id);

    /** All orders that may still trade; complete or failed. */
    FetchResult<FetchedList<BrokerOrder>> openOrders();

    /** All orders, open and closed, submitted at this time or later; complete or failed. */
    FetchResult<FetchedList<BrokerOrder>> ordersSince(Instant submittedAt);

    /** All positions; complete or failed. */
    default FetchResult<FetchedList<Position>> positions() {
        return notTold("positions");
    }

    /** The account. */
    default FetchResult<Account> account() {
        return notTold("an account");
    }

    /** The market's clock. */
    default FetchResult<MarketClock> clock() {
        return notTold("the time of its market");
    }

    private static <T> FetchResult<T> notTold(String what) {
        return new FetchResult.Failed<>(
                new BrokerFault(
                        BrokerFault.Kind.REFUSED, "this broker does not tell " + what, NOT_ASKED));
    }
}

package dev.lockstep.domain.port;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.ClientOrderId;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import java.time.Instant;
import java.util.List;

/**
 * The broker that orders are sent to.
 *
 * <p>Implementations are safe for use by several threads, bound every call in time, and answer
 * every failure by a value of the result type; they throw only on misuse. A request that changes
 * something goes out exactly once for each call.
 */
public interface Broker {
    /** Sends an order under its client order id, once. */
    SubmitAnswer submit(Order order);

    /** Asks for a cancel, once. */
    CancelAnswer cancel(BrokerOrderId id);

    /**
     * Asks for a new order in the place of one, once. An answer that is missing is settled by
     * looking for the new order's client order id.
     */
    ReplaceAnswer replace(BrokerOrderId id, Replacement replacement);

    /** Asks for a cancel of all open orders, once. */
    CancelAllAnswer cancelAll();

    /**
     * Asks the broker to close a position by a market order of its own making, once. That order has
     * no id that we know before the answer; where that matters, an order of our own is safer.
     */
    CloseAnswer closePosition(Symbol symbol, ClosePart part);

    /**
     * Asks the broker to close all positions, once.
     *
     * @param cancelOrders whether it first cancels all open orders, which may hold the shares
     */
    CloseAllAnswer closeAllPositions(boolean cancelOrders);

    /** Looks for an order by the broker's name of it, with its legs. */
    OrderLookup find(BrokerOrderId id);

    /** Looks for an order by the name it was sent under. */
    OrderLookup find(ClientOrderId id);

    /** All orders that may still trade; complete or failed. */
    Fetched<List<BrokerOrder>> openOrders();

    /** All orders, open and closed, submitted at this time or later; complete or failed. */
    Fetched<List<BrokerOrder>> ordersSince(Instant submittedAt);

    /** All positions; complete or failed. */
    Fetched<List<Position>> positions();

    /** The account. */
    Fetched<Account> account();

    /** The market's clock. */
    Fetched<MarketClock> clock();
}

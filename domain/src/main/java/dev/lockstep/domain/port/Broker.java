package dev.lockstep.domain.port;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.ClientOrderId;
import dev.lockstep.domain.order.Order;
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

    /** Looks for an order by the broker's name of it. */
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

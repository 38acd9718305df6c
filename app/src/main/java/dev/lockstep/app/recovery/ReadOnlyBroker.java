package dev.lockstep.app.recovery;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import dev.lockstep.domain.port.venue.Venue;
import dev.lockstep.domain.position.Position;
import java.time.Duration;
import java.time.Instant;

/**
 * A broker that is queried and never asked for a change: a requested cancel stays unanswered, so
 * that the trading loop sends it.
 */
final class ReadOnlyBroker implements Broker {
    private final Broker broker;

    ReadOnlyBroker(Broker broker) {
        this.broker = broker;
    }

    @Override
    public Venue venue() {
        return broker.venue();
    }

    @Override
    public SubmitAnswer submit(Order order, SendGuard guard) {
        throw new UnsupportedOperationException("order " + order.id() + " must not be sent");
    }

    @Override
    public CancelAnswer cancel(BrokerOrderId id) {
        return new CancelAnswer.Unresolved("not sent: only queries are", NOT_ASKED);
    }

    @Override
    public Duration longestSend() {
        return broker.longestSend();
    }

    @Override
    public OrderLookup find(BrokerOrderId id) {
        return broker.find(id);
    }

    @Override
    public OrderLookup find(ClientOrderId id) {
        return broker.find(id);
    }

    @Override
    public FetchResult<FetchedList<BrokerOrder>> openOrders() {
        return broker.openOrders();
    }

    @Override
    public FetchResult<FetchedList<BrokerOrder>> ordersSince(Instant submittedAt) {
        return broker.ordersSince(submittedAt);
    }

    @Override
    public FetchResult<FetchedList<BrokerOrder>> closedOrdersSince(Instant submittedAt) {
        return broker.closedOrdersSince(submittedAt);
    }

    @Override
    public FetchResult<FetchedList<Position>> positions() {
        return broker.positions();
    }

    @Override
    public FetchResult<Account> account() {
        return broker.account();
    }

    @Override
    public FetchResult<MarketClock> clock() {
        return broker.clock();
    }
}

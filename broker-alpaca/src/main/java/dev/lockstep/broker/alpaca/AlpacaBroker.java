package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.wire.AlpacaMapper;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.CancelAllAnswer;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.port.venue.Venue;
import dev.lockstep.domain.position.Position;
import java.time.Duration;
import java.time.Instant;

/** Alpaca implementation of {@link Broker}. Thread-safe. */
final class AlpacaBroker implements Broker {
    private final Duration longestSend;
    private final Api api;
    private final AlpacaCommands changes;
    private final AlpacaQueries questions;

    AlpacaBroker(Duration longestSend, Api api, AlpacaCommands changes, AlpacaQueries questions) {
        this.longestSend = longestSend;
        this.api = api;
        this.changes = changes;
        this.questions = questions;
    }

    @Override
    public Venue venue() {
        return new AlpacaVenue();
    }

    @Override
    public Duration longestSend() {
        return longestSend;
    }

    @Override
    public SubmitAnswer submit(Order order, SendGuard guard) {
        return changes.submit(order, guard);
    }

    @Override
    public CancelAnswer cancel(BrokerOrderId id) {
        return changes.cancel(id);
    }

    @Override
    public CancelAnswer cancelAgain(BrokerOrderId id) {
        return changes.cancelAgain(id);
    }

    @Override
    public ReplaceAnswer replace(BrokerOrderId id, Replacement replacement, SendGuard guard) {
        return changes.replace(id, replacement, guard);
    }

    @Override
    public CancelAllAnswer cancelAll() {
        return changes.cancelAll();
    }

    @Override
    public OrderLookup find(BrokerOrderId id) {
        return questions.order(
                api.address(Api.ORDERS, id.value()).addQueryParameter("nested", "true"),
                order -> order.brokerOrderId().value().equalsIgnoreCase(id.value()));
    }

    @Override
    public OrderLookup find(ClientOrderId id) {
        return questions.order(
                api.address("v2/orders:by_client_order_id")
                        .addQueryParameter("client_order_id", id.value()),
                order -> order.clientOrderId().equals(id));
    }

    @Override
    public FetchResult<FetchedList<BrokerOrder>> openOrders() {
        return BrokerOrderPages.open(api, questions);
    }

    @Override
    public FetchResult<FetchedList<BrokerOrder>> ordersSince(Instant submittedAt) {
        return BrokerOrderPages.since(submittedAt, api, questions);
    }

    @Override
    public FetchResult<FetchedList<BrokerOrder>> closedOrdersSince(Instant submittedAt) {
        return BrokerOrderPages.closedSince(submittedAt, api, questions);
    }

    @Override
    public FetchResult<FetchedList<Position>> positions() {
        return questions.positions();
    }

    @Override
    public FetchResult<Account> account() {
        return questions.ask(api.address("v2/account"), AlpacaMapper::account);
    }

    @Override
    public FetchResult<MarketClock> clock() {
        return questions.ask(api.address("v2/clock"), AlpacaMapper::clock);
    }
}

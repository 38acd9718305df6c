package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.wire.AlpacaWords;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.ClientOrderId;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.CancelAllAnswer;
import dev.lockstep.domain.port.CancelAnswer;
import dev.lockstep.domain.port.CloseAllAnswer;
import dev.lockstep.domain.port.CloseAnswer;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.FetchedList;
import dev.lockstep.domain.port.OrderLookup;
import dev.lockstep.domain.port.ReplaceAnswer;
import dev.lockstep.domain.port.SendGuard;
import dev.lockstep.domain.port.SubmitAnswer;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import java.time.Duration;
import java.time.Instant;

/** Alpaca implementation of {@link Broker}. Thread-safe. */
final class AlpacaBroker implements Broker {
    private final Duration longestSend;
    private final Api api;
    private final OrderChanges changes;
    private final PositionCloses closes;
    private final Questions questions;

    AlpacaBroker(
            Duration longestSend,
            Api api,
            OrderChanges changes,
            PositionCloses closes,
            Questions questions) {
        this.longestSend = longestSend;
        this.api = api;
        this.changes = changes;
        this.closes = closes;
        this.questions = questions;
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
    public CloseAnswer closePosition(Symbol symbol, ClosePart part) {
        return closes.close(symbol, part);
    }

    @Override
    public CloseAllAnswer closeAllPositions(boolean cancelOrders) {
        return closes.closeAll(cancelOrders);
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
    public Fetched<FetchedList<BrokerOrder>> openOrders() {
        return OrderPages.open(api, questions);
    }

    @Override
    public Fetched<FetchedList<BrokerOrder>> ordersSince(Instant submittedAt) {
        return OrderPages.since(submittedAt, api, questions);
    }

    @Override
    public Fetched<FetchedList<Position>> positions() {
        return questions.positions();
    }

    @Override
    public Fetched<Account> account() {
        return questions.ask(api.address("v2/account"), AlpacaWords::account);
    }

    @Override
    public Fetched<MarketClock> clock() {
        return questions.ask(api.address("v2/clock"), AlpacaWords::clock);
    }
}

package dev.lockstep.benchmarks.usecase;

import dev.lockstep.benchmarks.measure.ConcurrentCalls;
import dev.lockstep.benchmarks.simulator.WireServer;
import dev.lockstep.broker.alpaca.Alpaca;
import dev.lockstep.broker.alpaca.AlpacaConfig;
import dev.lockstep.broker.alpaca.ApiSecret;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.usecase.loop.TradingLoop;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.domain.usecase.sync.SyncResult;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A database with its default settings and an account at an exchange. Thread-safe. */
final class TradingAccount implements AutoCloseable {
    /** How many threads prepare a round. */
    static final int CALLERS = 32;

    /** Far below the market, so that nothing is traded. */
    private static final Price LIMIT = Price.of("1");

    private static final String OWNER = "benchmark";

    /** Longer than a benchmark: the loop of a benchmark renews nothing. */
    private static final Duration LEASE_TERM = Duration.ofHours(12);

    private static final String[] SYMBOLS = {"AAPL", "MSFT", "F", "KO", "SPY", "INTC"};

    private final SqliteStore store;
    private final Alpaca alpaca;
    private final OrderIds ids;
    private final PlatformClock clock = PlatformClock.of(InstantSource.system(), System::nanoTime);

    TradingAccount(Path file, WireServer exchange) {
        store = SqliteStore.open(SqliteConfig.at(file));
        AlpacaConfig config =
                AlpacaConfig.at(exchange.uri(), exchange.key(), new ApiSecret(exchange.secret()));
        alpaca = Alpaca.connect(config.withRequestsPerMinute(0));
        ids = new TimeOrderedIds(store.tag(), clock, RandomGenerator.of("L64X128MixRandom"));
    }

    OrderRepository repository() {
        return store.repository();
    }

    Broker broker() {
        return alpaca.broker();
    }

    OrderIds ids() {
        return ids;
    }

    PlatformClock clock() {
        return clock;
    }

    SubmitOrder submitOrder() {
        return new SubmitOrder(
                repository(),
                broker(),
                ids,
                clock,
                new MarketWatch(broker(), alpaca.marketData(), clock),
                alpaca.assets());
    }

    /** Submits the n-th order, and requires that the exchange took it. */
    void submit(SubmitOrder submitOrder, int number) {
        if (!(submitOrder.submit(terms(number)) instanceof SubmitResult.Submitted(Order order))
                || order.brokerOrderId() == null) {
            throw new IllegalStateException("order " + number + " was not accepted");
        }
    }

    /** Returns a trading loop whose writes are fenced by its lease, as those of {@code run} are. */
    TradingLoop tradingLoop(Consumer<LoopEvent> events) {
        Lease lease = store.lease().acquire(OWNER, LEASE_TERM).orElseThrow();
        LoopPorts ports =
                new LoopPorts(
                        store.lease().repository(lease),
                        store.feed(),
                        store.lease().incidents(lease),
                        store.lease().fills(lease),
                        store.lease().loopReports(lease),
                        store.riskControl(),
                        broker(),
                        alpaca.history(),
                        alpaca.executionReports(),
                        alpaca.marketData(),
                        alpaca.assets(),
                        ids,
                        store.inspection());
        return new TradingLoop(
                OWNER,
                ports,
                LoopSchedule.defaults(),
                new RecoveryPolicy(LEASE_TERM, LEASE_TERM),
                clock,
                events);
    }

    ExecutionReports executionReports() {
        return alpaca.executionReports();
    }

    Fills fills() {
        return store.fills();
    }

    SyncOrders syncOrders() {
        return new SyncOrders(repository(), broker(), ids, clock);
    }

    /**
     * Submits this number of orders, several at a time, and syncs: the broker answers first that
     * they are pending, and accepts them afterwards.
     */
    void openOrders(int count) throws InterruptedException {
        SubmitOrder submitOrder = submitOrder();
        ConcurrentCalls.run(count, CALLERS, number -> submit(submitOrder, number));
        if (!(syncOrders().sync() instanceof SyncResult.Completed)) {
            throw new IllegalStateException("the orders could not be synced");
        }
    }

    /** Returns the open orders of the broker. */
    List<BrokerOrder> openAtBroker() {
        return items(broker().openOrders());
    }

    /** Returns the number of shares of all positions at the broker. */
    int sharesAtBroker() {
        return items(broker().positions()).stream()
                .mapToInt(position -> position.netQty().value().intValueExact())
                .sum();
    }

    private static <T> List<T> items(FetchResult<FetchedList<T>> fetched) {
        return switch (fetched) {
            case FetchResult.Complete<FetchedList<T>> complete -> complete.value().items();
            case FetchResult.Failed<FetchedList<T>> failed ->
                    throw new IllegalStateException(failed.fault().text());
        };
    }

    static void requireCount(String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalStateException(what + ": " + found + " (expected: " + expected + ")");
        }
    }

    /** Returns an order that is not stored yet, and that will stay open. */
    Order intent(int number) {
        return intent(terms(number));
    }

    /** Returns an order that is not stored yet, and that will trade at once. */
    Order marketIntent(int number) {
        return intent(terms(number).with(new OrderType.Market()));
    }

    private Order intent(NewOrder terms) {
        OrderId id = ids.nextOrderId();
        return Order.intent(
                id,
                ids.clientOrderId(id),
                new IdempotencyKey("bench " + id),
                terms,
                clock.instant());
    }

    static String symbol(int number) {
        return SYMBOLS[number % SYMBOLS.length];
    }

    private static NewOrder terms(int number) {
        return new NewOrder(
                new Symbol(symbol(number)),
                Side.BUY,
                Quantity.of("1"),
                new OrderType.Limit(LIMIT),
                TimeInForce.DAY);
    }

    @Override
    public void close() {
        alpaca.close();
        store.close();
    }
}

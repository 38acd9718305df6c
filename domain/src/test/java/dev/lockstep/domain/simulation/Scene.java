package dev.lockstep.domain.simulation;

import dev.lockstep.contracts.FakeAccountHistory;
import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeStream;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.audit.Replay;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.memory.InMemoryFills;
import dev.lockstep.domain.memory.InMemoryIncidents;
import dev.lockstep.domain.memory.InMemoryLoopReports;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.exit.SubmitContingentExit;
import dev.lockstep.domain.usecase.halt.HaltTrading;
import dev.lockstep.domain.usecase.loop.TradingLoop;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A platform on a calm market that can be killed at any point, and what it stored outlives it. */
final class Scene {
    static final Symbol AAPL = new Symbol("AAPL");

    final FakeBroker broker = new FakeBroker();
    final CalmMarket market = new CalmMarket(broker);
    final TestClock clock = new TestClock();
    private final OrderIds ids = new SampleOrders().ids();
    private final InMemoryOrderRepository store = new InMemoryOrderRepository();
    private final InMemoryIncidents incidents = new InMemoryIncidents();
    private final InMemoryFills fills = store.fills();
    private final InMemoryLoopReports reports = new InMemoryLoopReports();
    private final Killing killing;
    private Platform platform;

    Scene(Killing killing) {
        this.killing = killing;
        platform = started();
    }

    /** The use cases of the process that lives now. */
    Platform platform() {
        return platform;
    }

    /** Whether it was killed while it did this; then the next process has started. */
    boolean killedBy(Runnable act) {
        killing.arm();
        try {
            act.run();
            return false;
        } catch (Crash _) {
            platform = started();
            return true;
        } finally {
            killing.disarm();
        }
    }

    /** Lets time pass, a turn of the market and a tick of the loop each second. */
    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            turn();
            platform.loop().tick();
        }
    }

    /** A second in which only the market moves. */
    void turn() {
        clock.pass(Duration.ofSeconds(1));
        market.turn();
    }

    /** Ten shares are held, and nothing is open. */
    void hold() {
        platform.submitOrder().submit(SampleOrders.tenShares());
        pass(Duration.ofSeconds(6));
    }

    /** An order that rests at the market. */
    Order resting(Side side, OrderType type) {
        Order order = platform.submitOrder().submit(terms(side, type)).order();
        pass(Duration.ofSeconds(6));
        return order;
    }

    static NewOrder terms(Side side, OrderType type) {
        return new NewOrder(AAPL, side, Quantity.of("10"), type, TimeInForce.GTC);
    }

    static OrderType limit(String price) {
        return new OrderType.Limit(Price.of(price));
    }

    static OrderType stop(String price) {
        return new OrderType.Stop(Price.of(price));
    }

    static IdempotencyKey key() {
        return new IdempotencyKey("the wish");
    }

    /** Every order that is stored. */
    List<Order> orders() {
        return store.search(OrderQuery.all());
    }

    /** The orders that are open at the broker. */
    List<BrokerOrder> open() {
        return market.ledger().stream().filter(order -> status(order).open()).toList();
    }

    /** What is wrong between the book and the broker's, each in one line. */
    List<String> wrongs() {
        Map<ClientOrderId, BrokerOrder> ledger = new HashMap<>();
        market.ledger().forEach(order -> ledger.put(order.clientOrderId(), order));
        List<String> wrongs = new ArrayList<>();
        for (Order order : orders()) {
            BrokerOrder there = ledger.remove(order.clientOrderId());
            if (there == null ? mayBeThere(order) : !same(order, there)) {
                wrongs.add(order.id() + " is " + order.state() + " and there " + there);
            }
            wrongs.addAll(new Replay(order, store.history(order.id())).differences());
        }
        ledger.values().forEach(order -> wrongs.add("lost: " + order));
        return wrongs;
    }

    /**
     * An order that waits or ended here never was anywhere else; all others must be found there.
     */
    private static boolean mayBeThere(Order order) {
        boolean here = order.status() == OrderStatus.WAITING || order.status().closed();
        return order.brokerOrderId() != null || !here;
    }

    private static boolean same(Order order, BrokerOrder there) {
        return order.status() == status(there) && order.cumQty().equals(there.cumQty());
    }

    private static OrderStatus status(BrokerOrder order) {
        if (order.status() instanceof ReportedStatus.Known known) {
            return known.status();
        }
        throw new AssertionError("this broker uses known words only: " + order);
    }

    private Platform started() {
        OrderRepository orders = killing.port(OrderRepository.class, store);
        Broker toBroker = killing.port(Broker.class, broker);
        ControlRisk controlRisk = new ControlRisk(killing.port(RiskControl.class, store), clock);
        SubmitOrder submitOrder = SampleUseCases.submitOrder(orders, toBroker, ids, clock);
        ClosePosition closePosition = new ClosePosition(orders, toBroker, ids, clock);
        CancelAll cancelAll = new CancelAll(orders, toBroker, clock);
        return new Platform(
                submitOrder,
                new SubmitContingentExit(orders, ids, clock, new AlpacaVenue()),
                new CancelOrder(orders, toBroker, clock),
                cancelAll,
                SampleUseCases.replaceOrder(orders, toBroker, ids, clock),
                closePosition,
                new HaltTrading(
                        controlRisk,
                        orders,
                        toBroker,
                        cancelAll,
                        closePosition,
                        new SyncOrders(orders, toBroker, ids, clock)),
                new TradingLoop(
                        "scene",
                        new LoopPorts(
                                orders,
                                store,
                                incidents,
                                fills,
                                reports,
                                killing.port(RiskControl.class, store),
                                toBroker,
                                new FakeAccountHistory(),
                                new FakeStream(),
                                ids),
                        LoopSchedule.defaults(),
                        new RecoveryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(1)),
                        clock,
                        _ -> {}));
    }

    /** One process's use cases. */
    record Platform(
            SubmitOrder submitOrder,
            SubmitContingentExit submitExit,
            CancelOrder cancelOrder,
            CancelAll cancelAll,
            ReplaceOrder replaceOrder,
            ClosePosition closePosition,
            HaltTrading haltTrading,
            TradingLoop loop) {}
}

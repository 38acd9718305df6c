package dev.lockstep.domain.simulation;

import dev.lockstep.contracts.FakeAccountHistory;
import dev.lockstep.contracts.FakeStream;
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
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.loop.TradingLoop;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import dev.lockstep.domain.usecase.replace.ReplaceRequest;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A day of trading in virtual time, decided by one seed: callers submit, submit again, cancel,
 * replace, close positions, halt and resume, the loop ticks, the venue trades, and everything goes
 * wrong that {@link Mischief} knows.
 */
final class World {
    private static final List<Symbol> SYMBOLS = List.of(new Symbol("AAPL"), new Symbol("MSFT"));

    /** Longer than the latest landing of a request; see {@link Mischief}. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Chance chance;
    private final TestClock clock = new TestClock();
    private final SeededVenue venue;
    private final Mischief mischief;
    private final RecoveryPolicy policy;
    private final InMemoryOrderRepository store = new InMemoryOrderRepository();
    private final InMemoryIncidents incidents = new InMemoryIncidents();
    private final InMemoryFills fills = store.fills();
    private final InMemoryLoopReports reports = new InMemoryLoopReports();
    private final List<Wish> wishes = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private final List<String> unaccounted = new ArrayList<>();
    private Platform platform;
    private int crashes;

    World(long seed) {
        chance = new Chance(seed);
        venue = new SeededVenue(chance, clock);
        mischief = new Mischief(chance, clock, venue);
        // An order that never arrived is closed, or sent again under its id while it is wanted.
        policy =
                new RecoveryPolicy(GRACE, chance.of(List.of(Duration.ZERO, Duration.ofMinutes(1))));
        platform = started();
    }

    int crashes() {
        return crashes;
    }

    /** What happened, in order: the same for the same seed. */
    List<String> trace() {
        return trace;
    }

    /** One second in which something is wanted and something goes wrong. */
    void turn() {
        second();
        survived(this::act);
        survived(() -> platform.loop().tick());
        orders().stream()
                .filter(order -> !accountedFor(order))
                .forEach(order -> unaccounted.add(order.toString()));
    }

    /** Orders of which at some moment it could not be said what had become of them. */
    List<String> unaccounted() {
        return unaccounted;
    }

    /**
     * The broker has named it, it ended here for a reason, it waits, or it is being asked about.
     */
    private static boolean accountedFor(Order order) {
        boolean ended = order.status().closed() && !order.state().text().isEmpty();
        return order.brokerOrderId() != null
                || ended
                || order.status() == OrderStatus.WAITING
                || order.status().unresolved();
    }

    /** Nothing goes wrong and nothing is wanted any more, for so long. */
    void calm(Duration time) {
        mischief.end();
        for (long second = 0; second < time.toSeconds(); second++) {
            second();
            platform.loop().tick();
        }
    }

    /** What is wrong in the end, each in one line; nothing if the books are in step. */
    List<String> wrongs() {
        List<String> wrongs = new ArrayList<>();
        Map<ClientOrderId, BrokerOrder> ledger = new HashMap<>();
        venue.ledger().forEach(order -> ledger.put(order.clientOrderId(), order));
        for (Order order : orders()) {
            BrokerOrder there = ledger.remove(order.clientOrderId());
            if (there == null && !neverThere(order)) {
                wrongs.add(order.id() + " is " + order.status() + " and the venue never had it");
            }
            if (there != null && !same(order, there)) {
                wrongs.add(order.id() + " is " + order.state() + " and there " + there);
            }
            wrongs.addAll(new Replay(order, store.history(order.id())).differences());
        }
        ledger.values().forEach(order -> wrongs.add("lost: " + order));
        wishes.stream()
                .filter(request -> request.acknowledged)
                .filter(request -> orders().stream().noneMatch(request::isOf))
                .forEach(request -> wrongs.add("acknowledged and lost: " + request.key));
        return wrongs;
    }

    List<Order> orders() {
        return store.search(OrderQuery.all());
    }

    private static boolean same(Order here, BrokerOrder there) {
        return there.status() instanceof ReportedStatus.Known(String _, OrderStatus status)
                && here.status() == status
                && here.cumQty().equals(there.cumQty());
    }

    /** It ended here: refused by us or at the door, given up, or a close with nothing to close. */
    private static boolean neverThere(Order order) {
        return order.status().closed() && order.brokerOrderId() == null;
    }

    private void second() {
        clock.pass(Duration.ofSeconds(1));
        mischief.land();
        venue.turn();
        for (BrokerOrder news : venue.takeNews()) {
            for (int times = chance.of(List.of(0, 1, 1, 1, 2)); times > 0; times--) {
                survived(
                        () -> platform.loop().listener().reports(List.of(FakeStream.report(news))));
            }
        }
    }

    private void act() {
        switch (chance.between(1, 8)) {
            case 1, 2 -> submit(new Wish(new IdempotencyKey("wish " + wishes.size()), terms()));
            case 3 -> {
                if (!wishes.isEmpty()) {
                    submit(chance.of(wishes));
                }
            }
            case 4 -> {
                if (!orders().isEmpty()) {
                    platform.cancelOrder().cancel(chance.of(orders()).id());
                }
            }
            case 5 -> {
                if (!orders().isEmpty()) {
                    platform.replaceOrder().replace(chance.of(orders()).id(), replacement());
                }
            }
            case 6 -> platform.closePosition().close(chance.of(SYMBOLS), new ClosePart.Whole());
            case 7 -> holdBackOrResume();
            default -> {
                // a quiet second
            }
        }
    }

    private void submit(Wish request) {
        if (!wishes.contains(request)) {
            wishes.add(request);
        }
        Order order = platform.submitOrder().submit(request.terms, request.key).order();
        request.acknowledged = true;
        trace.add(request.key + " is " + order.status());
    }

    /** Halts are short, or nothing would be traded. */
    private void holdBackOrResume() {
        if (platform.controlRisk().rules().state() != TradingState.ACTIVE) {
            platform.controlRisk().resume("tester", "over");
        } else if (chance.percent(30)) {
            platform.controlRisk().halt("tester", "news");
        }
    }

    private NewOrder terms() {
        return new NewOrder(
                chance.of(SYMBOLS),
                chance.of(List.of(Side.BUY, Side.SELL)),
                Quantity.of(String.valueOf(chance.between(1, 20))),
                new OrderType.Limit(Price.of("100")),
                TimeInForce.GTC);
    }

    private ReplaceRequest replacement() {
        return new ReplaceRequest(
                Quantity.of(String.valueOf(chance.between(1, 30))), null, null, null, null);
    }

    /**
     * A store that is locked fails the caller; a crash ends the process, and the next one starts.
     */
    private void survived(Runnable work) {
        try {
            work.run();
        } catch (RepositoryException refused) {
            trace.add("refused: " + refused.reason());
        } catch (Crash _) {
            crashes++;
            trace.add("crash");
            platform = started();
        }
    }

    private Platform started() {
        OrderRepository orders = mischief.repository(store);
        Broker broker = mischief.broker();
        TimeOrderedIds ids =
                new TimeOrderedIds(
                        new InstanceTag("test"),
                        clock,
                        new SplittableRandom(chance.between(0, Integer.MAX_VALUE - 1)));
        return new Platform(
                SampleUseCases.submitOrder(orders, broker, ids, clock),
                new CancelOrder(orders, broker, clock),
                SampleUseCases.replaceOrder(orders, broker, ids, clock),
                new ClosePosition(orders, broker, ids, clock),
                new ControlRisk(mischief.riskControl(store), clock),
                new TradingLoop(
                        "simulation",
                        new LoopPorts(
                                orders,
                                store,
                                incidents,
                                fills,
                                reports,
                                store,
                                broker,
                                new FakeAccountHistory(),
                                new FakeStream(),
                                ids),
                        LoopSchedule.defaults(),
                        policy,
                        clock,
                        event -> trace.add(event.getClass().getSimpleName())));
    }

    /** One process's use cases. */
    private record Platform(
            SubmitOrder submitOrder,
            CancelOrder cancelOrder,
            ReplaceOrder replaceOrder,
            ClosePosition closePosition,
            ControlRisk controlRisk,
            TradingLoop loop) {}

    /** What a caller wants, under a key of its own. */
    private static final class Wish {
        private final IdempotencyKey key;
        private final NewOrder terms;
        private boolean acknowledged;

        Wish(IdempotencyKey key, NewOrder terms) {
            this.key = key;
            this.terms = terms;
        }

        boolean isOf(Order order) {
            return order.idempotencyKey().equals(key);
        }
    }
}

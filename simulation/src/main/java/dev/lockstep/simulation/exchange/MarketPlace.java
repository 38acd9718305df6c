package dev.lockstep.simulation.exchange;

import dev.lockstep.broker.alpaca.connection.InProcessLink.Received;
import dev.lockstep.broker.alpaca.connection.InProcessLink.Sent;
import dev.lockstep.simulation.schedule.VirtualTime;
import dev.lockstep.simulation.schedule.WallClock;
import dev.lockstep.simulator.InProcessExchange;
import dev.lockstep.simulator.LedgerOrder;
import dev.lockstep.simulator.exchange.market.Disturbance;
import dev.lockstep.simulator.server.Dispatcher;
import dev.lockstep.simulator.server.request.WireRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The exchange with one account, its stream subscribers, and the observers of each step. */
public final class MarketPlace {
    private final InProcessExchange exchange;
    private final List<Consumer<String>> subscribers = new ArrayList<>();
    private final List<Runnable> watchers = new ArrayList<>();
    private final Set<String> falselyCanceled = new HashSet<>();
    private final Set<String> heldThoughFlat = new TreeSet<>();
    private final Map<String, RecentValues> prices = new HashMap<>();
    private final Map<String, Long> sharesBooked = new HashMap<>();
    private final BigDecimal openingCash;
    private final VirtualTime time;
    private boolean options;
    private boolean silent;
    private final List<ObservedExecution> executions = new ArrayList<>();

    /**
     * Opens the exchange.
     *
     * @param openingCash the dollars that the account opens with, its equity at the last close
     */
    public MarketPlace(
            long seed,
            int partialFillMillionths,
            int requestsPerMinute,
            BigDecimal openingCash,
            VirtualTime time) {
        this.time = time;
        this.openingCash = openingCash;
        exchange =
                new InProcessExchange(
                        seed,
                        partialFillMillionths,
                        requestsPerMinute,
                        openingCash,
                        new WallClock(time),
                        this::publish);
    }

    private void publish(String event) {
        ExecutionReader.read(event, time.nanos()).ifPresent(executions::add);
        if (!silent) {
            List.copyOf(subscribers).forEach(one -> one.accept(event));
        }
    }

    /** Runs something of whose events the stream delivers none. */
    public void withoutEvents(Runnable work) {
        silent = true;
        try {
            work.run();
        } finally {
            silent = false;
        }
    }

    /** An event says falsely that this order was canceled. */
    void falselyCanceled(String orderId) {
        falselyCanceled.add(orderId);
    }

    /** Returns the orders of which an event said falsely that they were canceled. */
    public Set<String> falselyCanceled() {
        return falselyCanceled;
    }

    /** Returns every trade, in the order they happened. */
    public List<ObservedExecution> executions() {
        return executions;
    }

    /** Carries out a request. */
    public Received serve(Sent sent) {
        Dispatcher.Response response =
                exchange.serve(
                        new WireRequest(
                                sent.method(),
                                sent.path(),
                                sent.query(),
                                sent.keyId(),
                                sent.secret(),
                                sent.body()));
        watchers.forEach(Runnable::run);
        Received received = new Received(response.status(), response.headers(), response.body());
        return options ? OptionsOnAccount.shown(sent, received) : received;
    }

    /** From now on the account holds an option, and has an order of one. */
    public void holdOptions() {
        options = true;
    }

    /** Returns whether the account holds an option and has an order of one. */
    public boolean hasOptions() {
        return options;
    }

    /** Executes an external request under the same account. */
    public Received elsewhere(String method, String path, String body) {
        return serve(
                new Sent(
                        method,
                        path,
                        Map.of(),
                        InProcessExchange.KEY.id(),
                        InProcessExchange.KEY.secret(),
                        body));
    }

    /** Delivers the stream's events from now on; each is one message. */
    public void subscribe(Consumer<String> subscriber) {
        subscribers.add(subscriber);
    }

    public void unsubscribe(Consumer<String> subscriber) {
        subscribers.remove(subscriber);
    }

    /** Runs after each step of the exchange. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Returns all orders by their ids at the exchange. */
    public Map<UUID, LedgerOrder> ordersById() {
        return orders().stream().collect(Collectors.toMap(LedgerOrder::id, Function.identity()));
    }

    public List<LedgerOrder> orders() {
        return exchange.orders();
    }

    /** Splits a symbol, for example 2 new shares for 1 old one. */
    public void split(String symbol, int oldRate, int newRate) {
        sharesBooked.put(symbol, time.nanos());
        exchange.corporate(
                (actions, asset, now) ->
                        actions.split(
                                asset,
                                BigDecimal.valueOf(oldRate),
                                BigDecimal.valueOf(newRate),
                                now),
                symbol);
    }

    /** Pays dollars for each share. */
    public void dividend(String symbol, BigDecimal dollars) {
        exchange.corporate((actions, asset, now) -> actions.dividend(asset, dollars, now), symbol);
    }

    /** Takes the last trade of an order back, if it is not taken back already. */
    public boolean bust(LedgerOrder order) {
        boolean done = exchange.correctTrade(order.id(), null, false);
        watchers.forEach(Runnable::run);
        return done;
    }

    /** Takes about a half of the last trade of an order back, if that was more than one share. */
    public void bustPart(LedgerOrder order) {
        exchange.bustHalf(order.id())
                .ifPresent(taken ->
                        executions.add(
                                new ObservedExecution(
                                        order.id().toString(),
                                        order.clientOrderId(),
                                        order.symbol(),
                                        order.side().equals("buy")
                                                ? taken.qty().negate()
                                                : taken.qty(),
                                        taken.price(),
                                        positions().getOrDefault(order.symbol(), BigDecimal.ZERO),
                                        true,
                                        time.nanos())));
        watchers.forEach(Runnable::run);
    }

    /** Makes an order smaller without a request; returns whether it did. */
    public boolean resize(LedgerOrder order, BigDecimal qty) {
        boolean done = exchange.resize(order.id(), qty);
        watchers.forEach(Runnable::run);
        return done;
    }

    /** Transfers shares into the account. */
    public void transferShares(String symbol, int qty) {
        sharesBooked.put(symbol, time.nanos());
        exchange.transfer("JNLS", symbol, BigDecimal.valueOf(qty), BigDecimal.ZERO);
    }

    /** Returns when shares last changed by something that is no trade, in virtual nanoseconds. */
    public Optional<Long> sharesBooked(String symbol) {
        return Optional.ofNullable(sharesBooked.get(symbol));
    }

    /** Transfers dollars into the account, or out of it. */
    public void transferCash(int dollars) {
        exchange.transfer("JNLC", null, null, BigDecimal.valueOf(dollars));
    }

    public Map<String, BigDecimal> positions() {
        return exchange.positions();
    }

    /**
     * The kill switch has answered that nothing is held.
     *
     * @param began when it began to look, in virtual time; younger positions do not count
     */
    public void answeredFlat(long began) {
        Map<String, ObservedExecution> last = new HashMap<>();
        executions.forEach(one -> last.put(one.symbol(), one));
        Map<String, BigDecimal> held = positions();
        last.values().stream()
                .filter(one -> one.atNanos() < began && one.positionAfter().signum() != 0)
                .filter(one -> same(one.positionAfter(), held.get(one.symbol())))
                .forEach(one -> heldThoughFlat.add(one.symbol()));
    }

    private static boolean same(BigDecimal before, @Nullable BigDecimal now) {
        return now != null && now.compareTo(before) == 0;
    }

    /** Returns the symbols of positions that were there while the kill switch found none. */
    public Set<String> heldThoughFlat() {
        return heldThoughFlat;
    }

    /** Returns the dollars that the account opened with, its equity at the last close. */
    public BigDecimal openingCash() {
        return openingCash;
    }

    public BigDecimal cash() {
        return exchange.cash();
    }

    public BigDecimal price(String symbol) {
        return exchange.price(symbol);
    }

    public void setPrice(String symbol, BigDecimal price) {
        exchange.setPrice(symbol, price);
        prices(symbol).set(price);
        watchers.forEach(Runnable::run);
    }

    /** Returns the lowest price of the last minute. */
    public BigDecimal lowestPrice(String symbol) {
        return prices(symbol).lowest(RecentValues.KEPT);
    }

    private RecentValues prices(String symbol) {
        return prices.computeIfAbsent(symbol, _ -> new RecentValues(time));
    }

    /** Advances the exchange without a request. */
    public void advance() {
        exchange.advance();
        watchers.forEach(Runnable::run);
    }

    public void disturb(Disturbance disturbance) {
        exchange.disturb(disturbance);
        watchers.forEach(Runnable::run);
    }
}

package dev.lockstep.simulator;

import dev.lockstep.simulator.exchange.CorporateActions;
import dev.lockstep.simulator.exchange.hours.BarHours;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.faults.FaultInjection;
import dev.lockstep.simulator.faults.FaultPlan;
import dev.lockstep.simulator.ledger.LedgerFile;
import dev.lockstep.simulator.server.HttpServer;
import dev.lockstep.simulator.server.events.TradeEventLog;
import dev.lockstep.simulator.server.http.ConnectionLimits;
import dev.lockstep.simulator.server.stream.DataStreamHub;
import dev.lockstep.simulator.server.stream.StreamHub;
import dev.lockstep.simulator.server.venue.ApiKeyRegistry;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.server.venue.FaultControl;
import dev.lockstep.simulator.server.venue.IdleTimer;
import dev.lockstep.simulator.server.venue.RequestCount;
import dev.lockstep.simulator.server.venue.RequestedSymbols;
import dev.lockstep.simulator.server.venue.TradeUpdateFeed;
import dev.lockstep.simulator.server.venue.VenueClock;
import dev.lockstep.simulator.wire.OrderJson;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An exchange simulator that serves Alpaca's HTTP and WebSocket API on the loopback interface. */
public final class Simulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final BigDecimal MILLIONTHS = new BigDecimal("1000000");

    private final SimulatorConfig config;
    private final @Nullable LedgerFile ledger;
    private final ExchangeGate floor;
    private final AssetCatalog listing;
    private final FaultControl faults;
    private final HttpServer front;
    private final BackgroundTasks pulse;
    private final ExchangeSteps steps;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();

    private Simulator(SimulatorConfig config, @Nullable LedgerFile ledger) throws IOException {
        this.config = config;
        this.ledger = ledger;
        ExchangeConfig market = exchangeConfig(config);
        this.listing = new AssetCatalog(market.symbols());
        OrderJson orderJson = new OrderJson(symbol -> listing.find(symbol).orElseThrow());
        FaultInjection faults = new FaultInjection();
        StreamHub streams = new StreamHub(orderJson, faults);
        VenueClock venueClock = new VenueClock(config.clock(), firstMoment(config), config.speed());
        TradeEventLog tradeEvents = new TradeEventLog(orderJson);
        TradeUpdateFeed updates =
                (entry, order) -> {
                    streams.publish(entry, order);
                    tradeEvents.publish(entry, order);
                };
        this.floor = new ExchangeGate(market, venueClock, ledger, updates);
        this.faults = new FaultControl(faults, floor);
        long torn = floor.restore();
        if (torn > 0) {
            LOG.warn(
                    "ledger in {}: removed {} bytes of an incomplete last line",
                    config.stateDir(),
                    torn);
        }
        openAccounts();
        warnIfFull();
        this.faults.arm(config.faults());
        IdleTimer activity = new IdleTimer(config.clock());
        RequestedSymbols requested = new RequestedSymbols(config.clock());
        DataStreamHub dataStreams = new DataStreamHub(listing, requested, config.clock());
        dataStreams.follow(floor);
        floor.publishPricesTo(dataStreams);
        RequestCount requests = new RequestCount();
        HttpServer.Parts parts =
                new HttpServer.Parts(
                        floor,
                        keyring(config.keys()),
                        config.requestsPerMinute(),
                        config.clock(),
                        activity,
                        requests,
                        orderJson,
                        streams,
                        tradeEvents,
                        requested,
                        dataStreams,
                        faults,
                        this.faults,
                        ConnectionLimits.DEFAULT);
        this.front = new HttpServer(parts, config.port());
        this.steps =
                new ExchangeSteps(
                        config,
                        floor,
                        requested,
                        streams,
                        dataStreams,
                        requests,
                        front.reads(),
                        front.port());
        this.pulse =
                new BackgroundTasks(config, floor, requested, dataStreams, activity, this::close);
    }

    /**
     * Starts a simulator, which accepts requests when this method returns.
     *
     * @throws UncheckedIOException if the port is taken, the state directory is in use or its
     *     ledger is corrupt
     */
    public static Simulator start(SimulatorConfig config) {
        Path stateDir = config.stateDir();
        try {
            LedgerFile ledger = stateDir == null ? null : LedgerFile.open(stateDir);
            try {
                Simulator simulator = new Simulator(config, ledger);
                if (stateDir != null) {
                    new EndpointFile(stateDir).write(simulator.uri());
                }
                return simulator;
            } catch (IOException | RuntimeException e) {
                if (ledger != null) {
                    ledger.close();
                }
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (JavalinBindException e) {
            String message = "port " + config.port() + " is taken (expected: a free port, or 0)";
            throw new UncheckedIOException(message, new BindException(message));
        }
    }

    /** Returns the base URI, such as {@code http://127.0.0.1:40123}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + front.port());
    }

    /** Returns all accepted orders in the order of their arrival. */
    public List<LedgerOrder> orders() {
        return floor
                .call((exchange, _) ->
                        exchange.records().ledger(0, exchange.records().orderCount()))
                .stream()
                .map(OrderSnapshot::order)
                .map(LedgerOrder::of)
                .toList();
    }

    /** Sets a price and fills the orders it triggers. */
    public void setPrice(String symbol, BigDecimal price) {
        floor.call((exchange, now) -> {
            exchange.prices().setPrice(exchange.prices().asset(symbol).orElseThrow(), price, now);
            return symbol;
        });
    }

    /** Sets whether activities include the fees of trades; fees are charged in any case. */
    public void listFees(boolean listed) {
        floor.call((exchange, now) -> {
            CorporateActions actions = exchange.corporateActions();
            actions.changeFees(listed, actions.regulatoryFees(), now);
            return listed;
        });
    }

    /** Returns the symbols without bars that clients have asked for, in alphabetical order. */
    public SortedSet<String> unlistedSymbols() {
        SortedSet<String> all = new TreeSet<>(listing.unlistedRequests());
        all.addAll(floor.call((exchange, _) -> exchange.prices().unlistedRequests()));
        return all;
    }

    /** Returns the control of the exchange's time, for a configuration with steps. */
    public ExchangeSteps steps() {
        return steps;
    }

    /** Returns the exchange's own records. */
    public AccountRecords account(String account) {
        return new AccountRecords(floor, account);
    }

    /** Replaces the active fault plan. */
    public void arm(FaultPlan plan) {
        faults.arm(plan);
    }

    /** Returns the current price of a symbol. */
    public BigDecimal price(String symbol) {
        return floor.call((exchange, _) ->
                exchange.prices().price(exchange.prices().asset(symbol).orElseThrow()));
    }

    /** Blocks until the simulator is closed, by {@link #close} or by its idle timeout. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** Stops accepting requests. Every request that was answered is already in the ledger. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        pulse.close();
        URI own = uri();
        front.close();
        Path stateDir = config.stateDir();
        try {
            if (stateDir != null) {
                new EndpointFile(stateDir).delete(own);
            }
            if (ledger != null) {
                ledger.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closed.countDown();
        }
    }

    private void warnIfFull() {
        int kept = floor.call((exchange, _) -> exchange.records().orderCount());
        if (kept >= config.maxOrders()) {
            LOG.warn(
                    "ledger in {}: contains {} orders, which reaches the limit of {} (--max-orders):"
                            + " new orders are rejected unless they close a position",
                    config.stateDir(),
                    kept,
                    config.maxOrders());
        }
    }

    private void openAccounts() {
        for (ApiKey key : config.keys()) {
            BigDecimal own = key.cash();
            BigDecimal cash = own == null ? config.startingCash() : own;
            floor.call((exchange, now) -> {
                exchange.open(key.account(), cash, now);
                return key;
            });
        }
    }

    private static ExchangeConfig exchangeConfig(SimulatorConfig config) {
        int millionths = config.partialFillProbability().multiply(MILLIONTHS).intValue();
        ExchangeHours hours =
                config.bars().none() ? config.hours() : new BarHours(config.bars(), stocks());
        return new ExchangeConfig(
                config.seed(),
                millionths,
                config.walkingPrices(),
                hours,
                config.bars(),
                config.past(),
                config.maxOrders());
    }

    private static Instant firstMoment(SimulatorConfig config) {
        return config.bars().none() ? config.clock().instant() : config.bars().start();
    }

    private static Predicate<String> stocks() {
        AssetCatalog listing = new AssetCatalog();
        return symbol -> listing.find(symbol).filter(asset -> !asset.crypto()).isPresent();
    }

    private static ApiKeyRegistry keyring(List<ApiKey> keys) {
        Map<String, ApiKeyRegistry.Lock> locks = new HashMap<>();
        keys.forEach(
                key -> locks.put(key.id(), new ApiKeyRegistry.Lock(key.secret(), key.account())));
        return new ApiKeyRegistry(locks);
    }
}

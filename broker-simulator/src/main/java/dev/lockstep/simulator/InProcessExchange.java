package dev.lockstep.simulator;

import dev.lockstep.simulator.exchange.CorporateActions;
import dev.lockstep.simulator.exchange.hours.AlwaysOpen;
import dev.lockstep.simulator.exchange.ledger.Execution;
import dev.lockstep.simulator.exchange.ledger.ExecutionType;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.ledger.ListedPosition;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.market.Disturbance;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Bars;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.server.Dispatcher;
import dev.lockstep.simulator.server.request.WireRequest;
import dev.lockstep.simulator.server.venue.ApiKeyRegistry;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.server.venue.VenueClock;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import dev.lockstep.simulator.wire.TradeUpdateJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The exchange without sockets: requests are method calls, and order events go to a consumer. It
 * keeps its state in memory, is always open, and changes prices only on request.
 */
public final class InProcessExchange {
    /** The key of the exchange's only account. */
    public static final ApiKey KEY = SimulatorConfig.DEFAULT_KEY;

    private static final int MAX_ORDERS = 50_000;

    private final Json json = new Json();
    private final Consumer<String> updates;
    private final TradeUpdateJson updateJson;
    private final ExchangeGate floor;
    private final Dispatcher dispatcher;

    /**
     * Opens an exchange with one account.
     *
     * @param seed determines ids and the sizes of partial fills
     * @param partialFillMillionths probability, in millionths, that an order first fills in part
     * @param requestsPerMinute rate limit; zero for no limit
     * @param updates receives each order event as stream text
     */
    public InProcessExchange(
            long seed,
            int partialFillMillionths,
            int requestsPerMinute,
            BigDecimal cash,
            InstantSource clock,
            Consumer<String> updates) {
        this.updates = updates;
        AssetCatalog listing = new AssetCatalog();
        OrderJson orderJson = new OrderJson(symbol -> listing.find(symbol).orElseThrow());
        this.updateJson = new TradeUpdateJson(orderJson);
        ExchangeConfig config =
                new ExchangeConfig(
                        seed,
                        partialFillMillionths,
                        false,
                        new AlwaysOpen(),
                        Bars.NONE,
                        false,
                        MAX_ORDERS);
        VenueClock venueClock = new VenueClock(clock, clock.instant(), BigDecimal.ONE);
        this.floor = new ExchangeGate(config, venueClock, null, this::publish);
        floor.call((exchange, now) -> {
            exchange.open(KEY.account(), cash, now);
            return now;
        });
        ApiKeyRegistry keyring =
                new ApiKeyRegistry(
                        Map.of(KEY.id(), new ApiKeyRegistry.Lock(KEY.secret(), KEY.account())));
        this.dispatcher = new Dispatcher(floor, orderJson, keyring, requestsPerMinute);
    }

    /** Handles one request. */
    public Dispatcher.Response serve(WireRequest request) {
        return dispatcher.serve(request);
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

    /** Returns the account's positions by symbol; short positions are negative. */
    public Map<String, BigDecimal> positions() {
        Map<String, BigDecimal> positions = new TreeMap<>();
        for (ListedPosition view :
                floor.call((exchange, now) -> exchange.records().positions(KEY.account(), now))) {
            positions.put(view.position().symbol(), view.position().qty());
        }
        return positions;
    }

    /** Returns the account's cash. */
    public BigDecimal cash() {
        return floor.call((exchange, _) -> exchange.records().value(KEY.account()).cash());
    }

    /** Applies a corporate action to all holders of a symbol. */
    public void corporate(CorporateAction action, String symbol) {
        floor.call((exchange, now) -> {
            action.run(
                    exchange.corporateActions(),
                    exchange.prices().asset(symbol).orElseThrow(),
                    now);
            return now;
        });
    }

    /**
     * Transfers shares or dollars.
     *
     * @param type the activity type
     * @param symbol the asset, null for dollars
     * @param qty the quantity, null for dollars
     * @param dollars the amount of dollars; negative for a withdrawal
     */
    public void transfer(
            String type, @Nullable String symbol, @Nullable BigDecimal qty, BigDecimal dollars) {
        BigDecimal price = symbol == null ? null : price(symbol);
        floor.call((exchange, now) -> {
            exchange.corporateActions()
                    .transfer(
                            KEY.account(),
                            new CorporateActions.Entry(type, null, symbol, qty, price, dollars, ""),
                            now);
            return now;
        });
    }

    /**
     * Busts or corrects the last trade of an order that is not busted.
     *
     * @param orderId the exchange's id of the order
     * @param after the corrected trade, null for a bust
     * @param reopened whether an order that is no longer filled becomes active again
     * @return whether there was such a trade and it was busted or corrected
     */
    public boolean correctTrade(
            UUID orderId, LedgerEntry.TradeCorrected.@Nullable Traded after, boolean reopened) {
        return floor.call((exchange, now) ->
                exchange.tradeCorrections()
                        .find(null, orderId)
                        .filter(trade ->
                                exchange.tradeCorrections().correct(trade, after, reopened, now)
                                        instanceof ExchangeResult.Granted<OrderSnapshot>)
                        .isPresent());
    }

    /**
     * Takes about a half of the last trade of an order back, at the same price.
     *
     * @return what is taken back, whatever else traded at that instant; empty unless there was such
     *     a trade of more than one share
     */
    public Optional<LedgerEntry.TradeCorrected.Traded> bustHalf(UUID orderId) {
        return floor.call((exchange, now) ->
                exchange.tradeCorrections()
                        .find(null, orderId)
                        .filter(trade -> trade.type() != ExecutionType.TRADE_BUST)
                        .filter(trade -> trade.qty().compareTo(BigDecimal.ONE) > 0)
                        .filter(trade ->
                                exchange.tradeCorrections().correct(trade, half(trade), false, now)
                                        instanceof ExchangeResult.Granted<OrderSnapshot>)
                        .map(trade ->
                                new LedgerEntry.TradeCorrected.Traded(
                                        trade.qty().subtract(half(trade).qty()), trade.price())));
    }

    private static LedgerEntry.TradeCorrected.Traded half(Execution trade) {
        return new LedgerEntry.TradeCorrected.Traded(
                trade.qty().divideToIntegralValue(BigDecimal.TWO).max(BigDecimal.ONE),
                trade.price());
    }

    /**
     * Makes a working order smaller without a request, which no event reports.
     *
     * @param qty its new total quantity
     * @return whether it was made smaller
     */
    public boolean resize(UUID orderId, BigDecimal qty) {
        return floor.call((exchange, now) -> exchange.orderResize().resize(orderId, qty, now));
    }

    /** An event that affects all holders of an asset, such as a split. */
    @FunctionalInterface
    public interface CorporateAction {
        void run(CorporateActions actions, Asset asset, Instant now);
    }

    /** Returns the current price of a symbol. */
    public BigDecimal price(String symbol) {
        return floor.call((exchange, _) ->
                exchange.prices().price(exchange.prices().asset(symbol).orElseThrow()));
    }

    /** Sets a price and fills the orders it triggers. */
    public void setPrice(String symbol, BigDecimal price) {
        floor.call((exchange, now) -> {
            exchange.prices().setPrice(exchange.prices().asset(symbol).orElseThrow(), price, now);
            return symbol;
        });
    }

    /** Processes what is due by time alone: expiries and the remainders of partial fills. */
    public void advance() {
        floor.call((exchange, now) -> exchange.advance(now));
    }

    /** Replaces the active disturbance inside the exchange. */
    public void disturb(Disturbance disturbance) {
        floor.call((exchange, now) -> {
            exchange.disturb(disturbance, now);
            return now;
        });
    }

    private void publish(LedgerEntry entry, OrderSnapshot order) {
        updateJson
                .event(entry, order)
                .ifPresent(event -> updates.accept(json.text(updateJson.of(event, entry, order))));
    }
}

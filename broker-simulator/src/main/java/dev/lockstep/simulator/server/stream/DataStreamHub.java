package dev.lockstep.simulator.server.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.stream.DataChannel;
import dev.lockstep.alpaca.stream.DataError;
import dev.lockstep.alpaca.stream.DataStreamKind;
import dev.lockstep.simulator.exchange.history.BarAdjustment;
import dev.lockstep.simulator.exchange.history.BarSeries;
import dev.lockstep.simulator.exchange.history.BarTimeframe;
import dev.lockstep.simulator.exchange.history.MarketBar;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.server.data.NewsArticle;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.server.venue.PriceFeed;
import dev.lockstep.simulator.server.venue.RequestedSymbols;
import dev.lockstep.simulator.wire.MarketDataJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Registry of market data streams. Each price move is a trade and a quote; each minute that has
 * ended is a bar. Thread-safe.
 */
public final class DataStreamHub implements PriceFeed {
    private static final Duration AUTH_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_BARS_AT_ONCE = 1_000;
    private static final int POLICY_VIOLATION = 1008;

    private final Map<String, DataSession> sessions = new ConcurrentHashMap<>();
    private final AssetCatalog listing;
    private final RequestedSymbols requested;
    private final InstantSource clock;
    private final Map<String, Instant> lastBars = new HashMap<>();
    private final Map<String, Long> tradeIds = new ConcurrentHashMap<>();
    private @Nullable Instant checked;
    private @Nullable ExchangeGate floor;

    /**
     * Creates a hub without streams.
     *
     * @param clock the real clock, for the time that a client has to authenticate
     */
    public DataStreamHub(AssetCatalog listing, RequestedSymbols requested, InstantSource clock) {
        this.listing = listing;
        this.requested = requested;
        this.clock = clock;
    }

    /** Connects the exchange whose bars are published. */
    public void follow(ExchangeGate exchange) {
        floor = exchange;
    }

    @Override
    public void publish(LedgerEntry.PriceMoved move) {
        if (sessions.isEmpty()) {
            return;
        }
        Optional<Asset> found = listing.find(move.symbol());
        if (found.isEmpty()) {
            return;
        }
        Asset asset = found.get();
        Instant at = move.at();
        long id =
                tradeIds.merge(
                        asset.symbol(),
                        at.toEpochMilli(),
                        (last, timeId) -> Math.max(last + 1, timeId));
        for (DataSession session : listeners(asset)) {
            if (session.wants(DataChannel.TRADES, asset.symbol())) {
                session.send(
                        message("t", asset, MarketDataJson.trade(asset, move.price(), at, id), at));
            }
            if (session.wants(DataChannel.QUOTES, asset.symbol())) {
                session.send(
                        message("q", asset, MarketDataJson.quote(asset, move.price(), at), at));
            }
            if (session.wants(DataChannel.ORDER_BOOKS, asset.symbol())) {
                session.send(
                        message("o", asset, MarketDataJson.orderBook(asset, move.price(), at), at)
                                .put("r", true));
            }
        }
    }

    /** Publishes the bars and news that are due, and ends streams that do not authenticate. */
    public synchronized void tick() {
        if (sessions.isEmpty()) {
            lastBars.clear();
            checked = null;
            return;
        }
        endUnauthenticated();
        for (DataSession session : sessions.values()) {
            session.symbols()
                    .forEach(symbol ->
                            listing.find(symbol).ifPresent(asset -> requested.add(asset.symbol())));
        }
        ExchangeGate exchange = floor;
        if (exchange == null) {
            return;
        }
        Instant minute = exchange.clock().instant().truncatedTo(ChronoUnit.MINUTES);
        Instant last = checked;
        if (last == null || last.isBefore(minute)) {
            checked = minute;
            publishBars(exchange, last == null ? minute : last);
            publishNews(exchange, last == null ? minute : last);
        }
    }

    /** Returns a check for each open stream. */
    public List<ReadCheck> readChecks() {
        return sessions.values().stream().map(DataSession::readCheck).toList();
    }

    /** Returns whether a client has subscribed to anything. */
    public boolean subscribed() {
        return sessions.values().stream().anyMatch(DataSession::subscribed);
    }

    /** Claims a stream for an account, which has one of each kind; false if it has one already. */
    synchronized boolean claim(DataSession session, String account) {
        for (DataSession other : sessions.values()) {
            if (other != session
                    && other.kind() == session.kind()
                    && account.equals(other.account())) {
                return false;
            }
        }
        session.authorize(account);
        return true;
    }

    synchronized void add(String id, DataSession session) {
        ExchangeGate exchange = floor;
        if (checked == null && exchange != null) {
            checked = exchange.clock().instant().truncatedTo(ChronoUnit.MINUTES);
        }
        sessions.put(id, session);
    }

    DataSession get(String id) {
        return Objects.requireNonNull(sessions.get(id), "session: closed");
    }

    boolean remove(String id) {
        return sessions.remove(id) != null;
    }

    private void endUnauthenticated() {
        Instant since = clock.instant().minus(AUTH_TIMEOUT);
        for (DataSession session : sessions.values()) {
            if (session.account() == null && session.openedAt().isBefore(since)) {
                session.send(DataError.AUTH_TIMEOUT.message());
                session.close(POLICY_VIOLATION, "auth timeout");
            }
        }
    }

    private record Due(Asset asset, BarSeries series, Instant now) {}

    private void publishBars(ExchangeGate exchange, Instant since) {
        Set<String> symbols = new TreeSet<>();
        for (DataSession session : sessions.values()) {
            if (session.wants(DataChannel.BARS) || session.wants(DataChannel.DAILY_BARS)) {
                symbols.addAll(session.symbols());
            }
        }
        symbols.addAll(requested.lately());
        if (sessions.values().stream().anyMatch(DataStreamHub::wantsEveryBar)) {
            symbols.addAll(listing.onlySymbols());
        }
        List<Due> due = new ArrayList<>();
        exchange.call((market, now) -> {
            for (String symbol : symbols) {
                market.prices()
                        .asset(symbol)
                        .ifPresent(asset ->
                                due.add(new Due(asset, market.prices().history(asset, now), now)));
            }
            return now;
        });
        due.forEach(one -> publish(one, since));
    }

    private static boolean wantsEveryBar(DataSession session) {
        return session.wants(DataChannel.BARS, DataSession.EVERY)
                || session.wants(DataChannel.DAILY_BARS, DataSession.EVERY);
    }

    /** Publishes the news about the days that ended since a time. */
    private void publishNews(ExchangeGate exchange, Instant since) {
        List<DataSession> listeners =
                sessions.values().stream()
                        .filter(session -> session.wants(DataChannel.NEWS))
                        .toList();
        if (listeners.isEmpty()) {
            return;
        }
        List<Due> all = new ArrayList<>();
        exchange.call((market, now) -> {
            for (Asset asset : market.prices().assets()) {
                all.add(new Due(asset, market.prices().history(asset, now), now));
            }
            return now;
        });
        for (Due due : all) {
            LocalDate today = LocalDate.ofInstant(due.now(), due.series().zone());
            for (LocalDate day : List.of(today.minusDays(1), today)) {
                NewsArticle.of(due.asset(), due.series(), day, due.now())
                        .filter(article -> article.at().isAfter(since))
                        .ifPresent(article -> publish(article, listeners));
            }
        }
    }

    private static void publish(NewsArticle article, List<DataSession> listeners) {
        ObjectNode message = article.json(true).put("T", "n");
        for (DataSession listener : listeners) {
            if (listener.wants(DataChannel.NEWS, article.asset().symbol())
                    || listener.wants(DataChannel.NEWS, article.asset().positionSymbol())) {
                listener.send(message);
            }
        }
    }

    private void publish(Due due, Instant since) {
        String symbol = due.asset().symbol();
        Instant after = lastBars.getOrDefault(symbol, since.minusNanos(1));
        BarSeries.Range range =
                new BarSeries.Range(after.plusNanos(1), due.now(), true, MAX_BARS_AT_ONCE);
        List<MarketBar> bars = due.series().bars(BarTimeframe.MINUTE, BarAdjustment.RAW, range);
        if (bars.isEmpty()) {
            return;
        }
        lastBars.put(symbol, bars.getLast().start());
        List<MarketBar> daily = due.series().lastDaily(1);
        for (DataSession session : listeners(due.asset())) {
            if (session.wants(DataChannel.BARS, symbol)) {
                bars.forEach(bar -> send(session, "b", due.asset(), bar));
            }
            if (session.wants(DataChannel.DAILY_BARS, symbol)) {
                daily.forEach(bar -> send(session, "d", due.asset(), bar));
            }
        }
    }

    private static void send(DataSession session, String type, Asset asset, MarketBar bar) {
        session.send(message(type, asset, MarketDataJson.bar(asset, bar), bar.start()));
    }

    private Collection<DataSession> listeners(Asset asset) {
        DataStreamKind kind = asset.crypto() ? DataStreamKind.CRYPTO : DataStreamKind.STOCKS;
        return sessions.values().stream().filter(session -> session.kind() == kind).toList();
    }

    /** Adds the type, the symbol and the time, which is a timestamp of MessagePack there. */
    private static ObjectNode message(String type, Asset asset, ObjectNode json, Instant at) {
        json.put("T", type).put("S", asset.symbol());
        json.putPOJO("t", at);
        return json;
    }
}
